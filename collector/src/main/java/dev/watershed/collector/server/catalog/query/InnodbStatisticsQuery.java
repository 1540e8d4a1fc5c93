package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Asks for what InnoDB keeps of its own statistics (MySQL 9.7 Reference Manual, "InnoDB Persistent
 * Statistics Tables"). A partition is a table there, called {@code table#p#partition}.
 */
public final class InnodbStatisticsQuery {

  /** What is asked. */
  public static final Question TABLES =
      Question.of(
              "table_figures",
              "how many rows each table has, as InnoDB counted them",
              Selection.from(CatalogTables.INNODB_TABLE_STATS)
                  .columns("database_name", "table_name", "last_update", "n_rows")
                  .ofUsers("database_name"))
          .at(Question.Timing.ONCE)
          .on(Question.Need.TABLE);

  /** What is asked. */
  public static final Question INDEXES =
      Question.of(
              "index_figures",
              "how large each index is, as InnoDB counted it",
              Selection.from(CatalogTables.INNODB_INDEX_STATS)
                  .columns("database_name", "table_name", "index_name", "stat_name", "stat_value")
                  .ofUsers("database_name"))
          .at(Question.Timing.ONCE)
          .on(Question.Need.TABLE);

  private InnodbStatisticsQuery() {}

  /** A table, when it was counted. */
  public record TableRow(TableKey key, Optional<Instant> countedAt, OptionalLong rows) {}

  /**
   * A figure about an index.
   *
   * @param name {@code size}, {@code n_leaf_pages}, {@code n_diff_pfx01} and so on
   */
  public record IndexRow(TableKey key, String index, String name, OptionalLong value) {}

  /** One row per table and partition of the users; nobody to ask where they cannot be seen. */
  public static Optional<Query<List<TableRow>>> tables(Columns columns) {
    if (!columns.has(CatalogTables.INNODB_TABLE_STATS)) {
      return Optional.empty();
    }
    return Optional.of(
        CatalogRow.query(
            TABLES,
            columns,
            row ->
                new TableRow(
                    new TableKey(row.text("database_name"), row.text("table_name")),
                    row.time("last_update"),
                    row.number("n_rows"))));
  }

  /** Some rows per index of the users; nobody to ask where they cannot be seen. */
  public static Optional<Query<List<IndexRow>>> indexes(Columns columns) {
    if (!columns.has(CatalogTables.INNODB_INDEX_STATS)) {
      return Optional.empty();
    }
    return Optional.of(
        CatalogRow.query(
            INDEXES,
            columns,
            row ->
                new IndexRow(
                    new TableKey(row.text("database_name"), row.text("table_name")),
                    row.text("index_name"),
                    row.text("stat_name"),
                    row.number("stat_value"))));
  }
}
