package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Asks for the parts of the indexes. Their cardinality is a question of its own ({@link
 * CardinalityQuery}), for it makes the server open every table.
 */
public final class IndexQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "indexes",
              "the parts of indexes",
              Selection.from(CatalogTables.STATISTICS)
                  .columns("TABLE_SCHEMA", "TABLE_NAME", "INDEX_NAME", "SEQ_IN_INDEX", "NON_UNIQUE")
                  .columns("COLUMN_NAME")
                  .literals(Literals.EXPRESSION, "EXPRESSION")
                  .columns("SUB_PART", "COLLATION", "INDEX_TYPE")
                  .columns("IS_VISIBLE", "IGNORED")
                  .commented("INDEX_COMMENT")
                  .ofUsers("TABLE_SCHEMA"))
          .at(Question.Timing.ONCE);

  private IndexQuery() {}

  /**
   * A part of an index.
   *
   * @param position 1 for the first part
   * @param column empty where the part is an expression
   * @param type such as {@code BTREE}
   * @param visible whether the optimizer may use the index
   */
  public record Row(
      TableKey key,
      String index,
      int position,
      boolean unique,
      Optional<String> column,
      Optional<String> expression,
      OptionalInt prefixLength,
      boolean descending,
      String type,
      boolean visible,
      boolean commented) {}

  /** One row per part of an index of a table of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(QUESTION, columns, IndexQuery::row);
  }

  private static Row row(CatalogRow row) throws SQLException {
    return new Row(
        new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
        row.text("INDEX_NAME"),
        row.small("SEQ_IN_INDEX").orElse(0),
        !row.flag("NON_UNIQUE"),
        row.maybe("COLUMN_NAME"),
        row.maybe("EXPRESSION"),
        row.small("SUB_PART"),
        row.is("COLLATION", "D"),
        row.text("INDEX_TYPE"),
        !row.is("IS_VISIBLE", "NO") && !row.is("IGNORED", "YES"),
        row.flag("COMMENTED"));
  }
}
