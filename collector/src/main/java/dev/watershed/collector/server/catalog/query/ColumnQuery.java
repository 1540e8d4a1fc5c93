package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks for the columns of tables and views. */
public final class ColumnQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "table_columns",
              "columns, with their types",
              Selection.from(CatalogTables.COLUMNS)
                  .columns(
                      "TABLE_SCHEMA",
                      "TABLE_NAME",
                      "ORDINAL_POSITION",
                      "COLUMN_NAME",
                      "COLUMN_TYPE")
                  .columns("IS_NULLABLE", "CHARACTER_SET_NAME", "COLLATION_NAME")
                  .literals(Literals.DEFAULT, "COLUMN_DEFAULT")
                  .columns("EXTRA")
                  .literals(Literals.EXPRESSION, "GENERATION_EXPRESSION")
                  .commented("COLUMN_COMMENT")
                  .ofUsers("TABLE_SCHEMA"))
          .at(Question.Timing.ONCE);

  private ColumnQuery() {}

  /**
   * A column.
   *
   * @param position 1 for the first of a table
   * @param type the whole type
   * @param defaultText as the server writes it, which differs between products
   * @param extra such as {@code auto_increment}, {@code STORED GENERATED}
   * @param generation the expression of a generated column, empty for others
   */
  public record Row(
      TableKey key,
      int position,
      String name,
      String type,
      boolean nullable,
      Optional<String> charset,
      Optional<String> collation,
      Optional<String> defaultText,
      String extra,
      String generation,
      boolean commented) {}

  /** One row per column of a table or view of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(QUESTION, columns, ColumnQuery::row);
  }

  private static Row row(CatalogRow row) throws SQLException {
    return new Row(
        new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
        row.small("ORDINAL_POSITION").orElse(0),
        row.text("COLUMN_NAME"),
        row.text("COLUMN_TYPE"),
        row.is("IS_NULLABLE", "YES"),
        row.maybe("CHARACTER_SET_NAME"),
        row.maybe("COLLATION_NAME"),
        row.maybe("COLUMN_DEFAULT"),
        row.text("EXTRA"),
        row.text("GENERATION_EXPRESSION"),
        row.flag("COMMENTED"));
  }
}
