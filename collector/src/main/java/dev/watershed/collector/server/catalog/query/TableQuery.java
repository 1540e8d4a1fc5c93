package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Asks for the tables and views, with the sizes of tables. */
public final class TableQuery {

  /** What is asked. */
  public static final Question TABLES =
      Question.of(
              "tables",
              "tables and views, with their sizes",
              Selection.from(CatalogTables.TABLES)
                  .columns(
                      "TABLE_SCHEMA",
                      "TABLE_NAME",
                      "TABLE_TYPE",
                      "ENGINE",
                      "ROW_FORMAT",
                      "TABLE_ROWS")
                  .columns(
                      "DATA_LENGTH",
                      "INDEX_LENGTH",
                      "DATA_FREE",
                      "AUTO_INCREMENT",
                      "TABLE_COLLATION")
                  .columns("CREATE_TIME")
                  .commented("TABLE_COMMENT")
                  .ofUsers("TABLE_SCHEMA"))
          .at(Question.Timing.ONCE);

  /** What is asked. */
  public static final Question CREATED =
      Question.of(
              "created",
              "when each table was created, to find what changed while it was read",
              Selection.from(CatalogTables.TABLES)
                  .columns("TABLE_SCHEMA", "TABLE_NAME", "CREATE_TIME")
                  .ofUsers("TABLE_SCHEMA"))
          .at(Question.Timing.ONCE);

  private TableQuery() {}

  /**
   * A table or view.
   *
   * @param type such as {@code BASE TABLE}, {@code VIEW}, {@code SEQUENCE}
   * @param rows an estimate
   * @param created when it was created or rebuilt, as the server writes it
   */
  public record Row(
      TableKey key,
      String type,
      Optional<String> engine,
      Optional<String> rowFormat,
      Optional<String> collation,
      boolean commented,
      String created,
      OptionalLong rows,
      OptionalLong dataBytes,
      OptionalLong indexBytes,
      OptionalLong freeBytes,
      Optional<BigInteger> autoIncrement) {}

  /** A table or view, and when it was created or rebuilt. */
  public record Created(TableKey key, String time) {}

  /** One row per table and view of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(TABLES, columns, TableQuery::row);
  }

  /** When each table and view of the users was created or rebuilt. */
  public static Query<List<Created>> created(Columns columns) {
    return CatalogRow.query(
        CREATED,
        columns,
        row ->
            new Created(
                new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
                row.text("CREATE_TIME")));
  }

  private static Row row(CatalogRow row) throws SQLException {
    return new Row(
        new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
        row.text("TABLE_TYPE"),
        row.maybe("ENGINE"),
        row.maybe("ROW_FORMAT"),
        row.maybe("TABLE_COLLATION"),
        row.flag("COMMENTED"),
        row.text("CREATE_TIME"),
        row.number("TABLE_ROWS"),
        row.number("DATA_LENGTH"),
        row.number("INDEX_LENGTH"),
        row.number("DATA_FREE"),
        row.large("AUTO_INCREMENT"));
  }
}
