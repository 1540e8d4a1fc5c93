package dev.watershed.analyzer.index.statistics;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/** A table and its size, what its indexes are and what others would be. */
public final class TableFigures {

  /** Taken for the rows of a table that nobody counted. */
  public static final double ASSUMED_ROWS = 10_000;

  private final StatisticTable table;
  private final String name;
  private final TableColumns columns;
  private final OptionalLong bufferPoolBytes;
  private final boolean counted;
  private final double rows;
  private final double pages;
  private final double residency;
  private final List<IndexFigures> indexes;
  private final List<String> clusterKeys;
  private final int clusterBytes;
  private final DistinctEstimate distinct;

  /** Takes what the server says and assumes the rest. */
  public TableFigures(StatisticTable table, OptionalLong bufferPoolBytes, ColumnBounds bounds) {
    this.table = table;
    name = table.qualifiedName();
    columns = new TableColumns(definition());
    this.bufferPoolBytes = bufferPoolBytes;
    OptionalLong figure = rows(table);
    counted = figure.isPresent();
    rows = Math.max(1, counted ? figure.getAsLong() : ASSUMED_ROWS);
    Map<String, IndexStatistics> figures = new HashMap<>();
    Map<String, ImmutableLongList> values = new HashMap<>();
    for (IndexStatistics each :
        table.statistics().map(TableStatistics::indexes).orElse(List.of())) {
      figures.put(each.index(), each);
      values.put(each.index(), each.distinct());
    }
    distinct = new DistinctEstimate(columns, rows, values, bounds);
    Optional<IndexDefinition> clustering = Clustering.of(definition());
    Optional<IndexStatistics> cluster =
        Optional.ofNullable(
            figures.get(clustering.map(IndexDefinition::name).orElse("GEN_CLUST_INDEX")));
    pages = clusteredPages(cluster);
    residency = residency(cluster, pages);
    clusterBytes = IndexSize.clusterBytes(columns);
    clusterKeys = clustering.map(index -> keys(index)).orElse(List.of());
    indexes =
        definition().indexes().stream()
            .filter(index -> index.visible() && index.kind() == IndexKind.BTREE)
            .map(index -> existing(index, clustering, figures))
            .toList();
  }

  /** The rows that the server counted; empty if nobody did. */
  static OptionalLong rows(StatisticTable table) {
    return table.statistics().map(TableStatistics::rows).orElse(OptionalLong.empty());
  }

  private double clusteredPages(Optional<IndexStatistics> cluster) {
    OptionalLong known = cluster.map(IndexStatistics::pages).orElse(OptionalLong.empty());
    if (known.isPresent() && known.getAsLong() > 0) {
      return known.getAsLong();
    }
    OptionalLong bytes =
        table.statistics().map(TableStatistics::dataBytes).orElse(OptionalLong.empty());
    double assumed = rows * IndexSize.rowBytes(columns) / IndexSize.PAGE_BYTES;
    return Math.max(
        1,
        Math.ceil(bytes.isPresent() ? bytes.getAsLong() / (double) IndexSize.PAGE_BYTES : assumed));
  }

  private double residency(Optional<IndexStatistics> figures, double size) {
    double measured =
        figures
            .map(
                each ->
                    Residency.measured(
                        each.cachedPages(), each.leafPages().orElse(each.pages().orElse(0))))
            .orElse(Double.NaN);
    return Double.isNaN(measured) ? Residency.bySize(size, bufferPoolBytes) : measured;
  }

  private IndexFigures existing(
      IndexDefinition index,
      Optional<IndexDefinition> clustering,
      Map<String, IndexStatistics> figures) {
    Optional<IndexStatistics> known = Optional.ofNullable(figures.get(index.name()));
    boolean clustered = clustering.filter(index::equals).isPresent();
    OptionalLong counts = known.map(IndexStatistics::pages).orElse(OptionalLong.empty());
    double size =
        clustered
            ? pages
            : counts.isPresent() && counts.getAsLong() > 0
                ? counts.getAsLong()
                : IndexSize.pages(columns, clusterBytes, index, rows);
    return new IndexFigures(
        index,
        keys(index),
        searched(index, clustered),
        clustered,
        size,
        residency(known, size),
        IndexSize.keyBytes(columns, index));
  }

  private static List<String> keys(IndexDefinition index) {
    return index.parts().stream().map(ColumnKey::of).toList();
  }

  private List<String> searched(IndexDefinition index, boolean clustered) {
    List<String> all = new ArrayList<>(keys(index));
    if (!clustered) {
      clusterKeys.stream().filter(key -> !all.contains(key)).forEach(all::add);
    }
    return all;
  }

  /** An index that might be. */
  public IndexFigures imagined(IndexDefinition index) {
    double size = IndexSize.pages(columns, clusterBytes, index, rows);
    return new IndexFigures(
        index,
        keys(index),
        searched(index, false),
        false,
        size,
        Math.min(residency, Residency.bySize(size, bufferPoolBytes)),
        IndexSize.keyBytes(columns, index));
  }

  /** {@code schema.table}. */
  public String name() {
    return name;
  }

  /** The table's schema. */
  public String schema() {
    return table.schema();
  }

  /** The table as it is defined. */
  public TableDefinition definition() {
    return table.definition();
  }

  /** Whether the server counted the rows. */
  public boolean counted() {
    return counted;
  }

  /** How many rows there are, at least 1. */
  public double rows() {
    return rows;
  }

  /** Pages of the clustered index. */
  public double pages() {
    return pages;
  }

  /** The part of the clustered index that is in memory, 0 to 1. */
  public double residency() {
    return residency;
  }

  /** The indexes that the optimizer may use for order and search, the primary key first. */
  public List<IndexFigures> indexes() {
    return indexes;
  }

  /** {@link ColumnKey}s of the index that holds the rows; empty if there is none. */
  public List<String> clusterKeys() {
    return clusterKeys;
  }

  /** The bytes of the key that clusters the rows, as it stands behind every other one. */
  public int clusterBytes() {
    return clusterBytes;
  }

  /** Whether an index has no more parts and bytes than InnoDB takes. */
  public boolean fits(IndexDefinition index) {
    return IndexSize.fits(columns, index);
  }

  /** How many different values columns have together. */
  public Distinct distinct(Set<String> keys) {
    return distinct.of(keys);
  }

  /** Whether the table has this column. */
  public boolean has(String column) {
    return columns.find(column).isPresent();
  }

  /** Whether an ordered index can hold the column, at least the beginning of it. */
  public boolean indexable(String column) {
    return columns.type(column).filter(type -> !type.unindexable()).isPresent();
  }

  /** Whether an ordered index can hold the column from its beginning to its end. */
  public boolean holdsWhole(String column) {
    return indexable(column) && part(column, false).prefixLength().isEmpty();
  }

  /**
   * Whether a column names rows of some table: by a foreign key, or by its name. Each value then
   * has its own few rows, which cannot be said of states and kinds.
   */
  public boolean refers(String column) {
    String name = column.toLowerCase(Locale.ROOT);
    if (name.endsWith("id")) {
      return true;
    }
    for (ForeignKey key : definition().foreignKeys()) {
      if (key.columns().get(0).equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** How long a text in the column may be; 0 for what is no text. */
  public int mostCharacters(String column) {
    return columns.type(column).map(ColumnType::mostCharacters).orElse(0);
  }

  /**
   * The column as a part: with a prefix length if it is too long for a whole one.
   *
   * @param column of this table
   */
  public IndexPart part(String column, boolean descending) {
    TableColumns.Typed found = columns.find(column).orElseThrow();
    return new IndexPart(
        Optional.of(found.definition().name()),
        Optional.empty(),
        PrefixLength.of(found.type(), IndexSize.maximumOfPart(columns)),
        descending);
  }
}
