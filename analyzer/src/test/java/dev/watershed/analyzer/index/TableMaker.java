package dev.watershed.analyzer.index;

import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import dev.watershed.workload.catalog.IndexStatistics;
import dev.watershed.workload.catalog.ReferentialAction;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.catalog.TableKind;
import dev.watershed.workload.catalog.TableStatistics;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.collections.impl.factory.primitive.LongLists;

/** Makes tables with statistics. */
public final class TableMaker {

  public static final String SCHEMA = "shop";

  private final String name;
  private final List<ColumnDefinition> columns = new ArrayList<>();
  private final List<IndexDefinition> indexes = new ArrayList<>();
  private final List<ForeignKey> foreignKeys = new ArrayList<>();
  private final List<IndexStatistics> statistics = new ArrayList<>();
  private Optional<String> engine = Optional.of("InnoDB");
  private Optional<String> rowFormat = Optional.empty();
  private Optional<BigInteger> autoIncrement = Optional.empty();
  private OptionalLong rows = OptionalLong.empty();
  private OptionalLong bytes = OptionalLong.empty();

  private TableMaker(String name) {
    this.name = name;
  }

  /** With {@code id bigint} as its primary key. */
  public static TableMaker table(String name) {
    return keyless(name).column("id", "bigint").key("PRIMARY", true, "id");
  }

  public static TableMaker keyless(String name) {
    return new TableMaker(name);
  }

  public TableMaker column(String column, String type) {
    return column(column, type, false);
  }

  public TableMaker column(String column, String type, boolean nullable) {
    boolean text = type.contains("char") || type.contains("text");
    columns.add(
        new ColumnDefinition(
            column,
            type,
            nullable,
            text ? Optional.of("utf8mb4") : Optional.empty(),
            text ? Optional.of("utf8mb4_0900_ai_ci") : Optional.empty(),
            Optional.empty(),
            false,
            false,
            Optional.empty(),
            true,
            false));
    return this;
  }

  /** An AUTO_INCREMENT column and its next value; {@link #rows} has to be called too. */
  public TableMaker counter(String column, String type, long next) {
    columns.add(
        new ColumnDefinition(
            column,
            type,
            false,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            true,
            Optional.empty(),
            true,
            false));
    autoIncrement = Optional.of(BigInteger.valueOf(next));
    return this;
  }

  /** Several columns of type int. */
  public TableMaker numbers(String... names) {
    Arrays.stream(names).forEach(each -> column(each, "int"));
    return this;
  }

  public TableMaker key(String index, boolean unique, String... parts) {
    indexes.add(
        new IndexDefinition(
            index,
            unique,
            IndexKind.BTREE,
            true,
            false,
            Arrays.stream(parts).map(IndexPart::ofColumn).toList()));
    return this;
  }

  public TableMaker index(IndexDefinition index) {
    indexes.add(index);
    return this;
  }

  public TableMaker foreignKey(String column, String parent) {
    return foreignKey(column, parent, ReferentialAction.NO_ACTION);
  }

  /** A foreign key whose rows go the way of their parents. */
  public TableMaker foreignKey(String column, String parent, ReferentialAction onDelete) {
    foreignKeys.add(
        new ForeignKey(
            "fk_" + column,
            List.of(column),
            Optional.empty(),
            parent,
            List.of("id"),
            ReferentialAction.NO_ACTION,
            onDelete));
    return this;
  }

  /** Rows and the pages of the clustered index. */
  public TableMaker rows(long count, long pages) {
    rows = OptionalLong.of(count);
    bytes = OptionalLong.of(pages * 16_384);
    return this;
  }

  /** What the server counted of an index's beginnings. */
  public TableMaker distinct(String index, long... values) {
    statistics.add(
        new IndexStatistics(
            index,
            OptionalLong.empty(),
            OptionalLong.empty(),
            OptionalLong.empty(),
            LongLists.immutable.of(values)));
    return this;
  }

  /** What the server counted of an index's pages, and what of them is in memory. */
  public TableMaker pages(String index, long all, long leaves, long cached) {
    statistics.add(
        new IndexStatistics(
            index,
            OptionalLong.of(all),
            OptionalLong.of(leaves),
            OptionalLong.of(cached),
            LongLists.immutable.empty()));
    return this;
  }

  public TableMaker engine(String value) {
    engine = Optional.of(value);
    return this;
  }

  public TableMaker rowFormat(String value) {
    rowFormat = Optional.of(value);
    return this;
  }

  public StatisticTable make() {
    TableDefinition definition =
        new TableDefinition(
            name,
            TableKind.BASE,
            engine,
            rowFormat,
            Optional.empty(),
            false,
            Optional.empty(),
            columns,
            indexes,
            foreignKeys,
            List.of());
    Optional<TableStatistics> figures =
        rows.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new TableStatistics(
                    SCHEMA,
                    name,
                    Instant.EPOCH,
                    rows,
                    bytes,
                    OptionalLong.empty(),
                    OptionalLong.empty(),
                    autoIncrement,
                    Optional.empty(),
                    statistics));
    return new StatisticTable(SCHEMA, definition, figures);
  }
}
