package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.util.List;

/**
 * Asks how many pages of each index are in the buffer pool. Three questions, joined by the caller:
 * the server has no index on what they ask, and its own join took a hundred times as long.
 */
public final class CachedPagesQuery {

  /** What is asked. */
  public static final Question TABLES =
      Question.of(
              "innodb_tables",
              "the numbers of tables within InnoDB",
              Selection.from(CatalogTables.INNODB_TABLES).columns("TABLE_ID", "NAME"))
          .at(Question.Timing.ONCE)
          .on(Question.Need.TABLE);

  /** What is asked. */
  public static final Question INDEXES =
      Question.of(
              "innodb_indexes",
              "the numbers of indexes within InnoDB",
              Selection.from(CatalogTables.INNODB_INDEXES).columns("INDEX_ID", "TABLE_ID", "NAME"))
          .at(Question.Timing.ONCE)
          .on(Question.Need.TABLE);

  /** What is asked. */
  public static final Question PAGES =
      Question.of(
              "cached_pages",
              "how many pages of each index are in memory",
              Selection.from(CatalogTables.INNODB_CACHED_INDEXES)
                  .columns("INDEX_ID", "N_CACHED_PAGES"))
          .at(Question.Timing.ONCE)
          .on(Question.Need.TABLE);

  private CachedPagesQuery() {}

  /**
   * A table.
   *
   * @param name as InnoDB writes it, {@code schema/table} in the names of files
   */
  public record TableRow(long id, String name) {}

  /** An index of a table. */
  public record IndexRow(long id, long tableId, String name) {}

  /** The pages of an index in memory; none where there are none. */
  public record PagesRow(long indexId, long pages) {}

  /** Whether the server can tell. */
  public static boolean canAsk(Columns columns) {
    return columns.has(CatalogTables.INNODB_CACHED_INDEXES)
        && columns.has(CatalogTables.INNODB_INDEXES)
        && columns.has(CatalogTables.INNODB_TABLES);
  }

  /** One row per table of InnoDB. */
  public static Query<List<TableRow>> tables(Columns columns) {
    return CatalogRow.query(
        TABLES, columns, row -> new TableRow(row.number("TABLE_ID").orElse(-1), row.text("NAME")));
  }

  /** One row per index of InnoDB. */
  public static Query<List<IndexRow>> indexes(Columns columns) {
    return CatalogRow.query(
        INDEXES,
        columns,
        row ->
            new IndexRow(
                row.number("INDEX_ID").orElse(-1),
                row.number("TABLE_ID").orElse(-1),
                row.text("NAME")));
  }

  /** One row per index and tablespace with pages in memory. */
  public static Query<List<PagesRow>> pages(Columns columns) {
    return CatalogRow.query(
        PAGES,
        columns,
        row ->
            new PagesRow(
                row.number("INDEX_ID").orElse(-1), row.number("N_CACHED_PAGES").orElse(0)));
  }
}
