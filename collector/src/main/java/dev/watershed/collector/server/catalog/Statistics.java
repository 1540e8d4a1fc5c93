package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.CardinalityQuery;
import dev.watershed.collector.server.catalog.query.TableKey;
import dev.watershed.collector.server.catalog.query.TableQuery;
import dev.watershed.workload.catalog.AutoIncrementLimit;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableStatistics;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.collections.api.list.primitive.MutableLongList;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/**
 * Makes the figures about tables of rows: InnoDB's own where the account may read them, otherwise
 * those that the server shows to everybody.
 */
final class Statistics {

  private static final long UNKNOWN = -1;

  private record PartKey(IndexKey index, int position) {}

  private final FigureRows figures;
  private final Map<PartKey, OptionalLong> cardinalities = new HashMap<>();
  private final Instant readAt;

  /**
   * @param readAt what the server's clock showed
   */
  Statistics(FigureRows figures, Instant readAt) {
    this.figures = figures;
    this.readAt = readAt;
    for (CardinalityQuery.Row row : figures.cardinalities()) {
      cardinalities.put(
          new PartKey(new IndexKey(row.key(), row.index()), row.position()), row.distinct());
    }
  }

  /** The figures about one table. */
  TableStatistics of(TableQuery.Row row, TableDefinition table) {
    Optional<InnodbTableFigures.Figures> counted = figures.tables().of(row.key());
    OptionalLong countedRows =
        counted.map(InnodbTableFigures.Figures::rows).orElse(OptionalLong.empty());
    return new TableStatistics(
        row.key().schema(),
        row.key().table(),
        counted.flatMap(InnodbTableFigures.Figures::countedAt).orElse(readAt),
        countedRows.isPresent() ? countedRows : row.rows(),
        row.dataBytes(),
        row.indexBytes(),
        row.freeBytes(),
        row.autoIncrement(),
        limit(table),
        table.indexes().stream().map(index -> index(row.key(), index)).toList());
  }

  private static Optional<BigInteger> limit(TableDefinition table) {
    return table.columns().stream()
        .filter(ColumnDefinition::autoIncrement)
        .findFirst()
        .flatMap(column -> AutoIncrementLimit.of(column.type()));
  }

  private IndexStatistics index(TableKey table, IndexDefinition index) {
    IndexKey key = new IndexKey(table, index.name());
    MutableLongList distinct = LongLists.mutable.empty();
    for (int parts = 1; parts <= index.parts().size(); parts++) {
      OptionalLong own = figures.indexes().distinct(key, parts);
      OptionalLong shown =
          cardinalities.getOrDefault(new PartKey(key, parts), OptionalLong.empty());
      distinct.add(own.isPresent() ? own.getAsLong() : shown.orElse(UNKNOWN));
    }
    return new IndexStatistics(
        index.name(),
        figures.indexes().pages(key),
        figures.indexes().leafPages(key),
        cached(key),
        distinct.toImmutable());
  }

  private OptionalLong cached(IndexKey key) {
    return figures
        .cachedPages()
        .filter(pages -> pages.containsKey(key))
        .map(pages -> OptionalLong.of(pages.get(key)))
        .orElse(OptionalLong.empty());
  }

  /** The tables of whose indexes InnoDB itself says nothing. */
  static List<TableKey> withoutOwnFigures(
      Map<TableKey, TableDefinition> tables, InnodbIndexFigures figures) {
    return tables.entrySet().stream()
        .filter(
            entry ->
                entry.getValue().indexes().stream()
                    .filter(index -> index.kind() == IndexKind.BTREE)
                    .anyMatch(
                        index ->
                            figures
                                .distinct(new IndexKey(entry.getKey(), index.name()), 1)
                                .isEmpty()))
        .map(Map.Entry::getKey)
        .toList();
  }
}
