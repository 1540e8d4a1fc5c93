package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the check constraints. MariaDB names the table beside the expression, MySQL the table in
 * one place and the expression in another, where names are unique in a schema.
 */
public final class CheckQuery {

  /** What is asked. */
  public static final Question CHECKS =
      Question.of(
              "checks",
              "check constraints",
              Selection.from(CatalogTables.CHECK_CONSTRAINTS)
                  .columns("CONSTRAINT_SCHEMA", "TABLE_NAME", "CONSTRAINT_NAME")
                  .literals(Literals.EXPRESSION, "CHECK_CLAUSE")
                  .columns("LEVEL")
                  .ofUsers("CONSTRAINT_SCHEMA"))
          .at(Question.Timing.ONCE)
          .on(Question.Need.TABLE);

  /** What is asked. */
  public static final Question PLACES =
      Question.of(
              "check_places",
              "to which table each check constraint belongs",
              Selection.from(CatalogTables.TABLE_CONSTRAINTS)
                  .columns("TABLE_SCHEMA", "TABLE_NAME", "CONSTRAINT_NAME", "ENFORCED")
                  .ofUsers("TABLE_SCHEMA")
                  .where("CONSTRAINT_TYPE = 'CHECK'"))
          .at(Question.Timing.ONCE);

  private CheckQuery() {}

  /**
   * A check constraint.
   *
   * @param table empty where the server names it elsewhere
   * @param ofColumn whether it belongs to a column, whose name it has then (MariaDB)
   */
  public record Row(
      String schema, Optional<String> table, String name, String expression, boolean ofColumn) {}

  /** The table of a check constraint. */
  public record Place(TableKey key, String name, boolean enforced) {}

  /** One row per check constraint of the users; nobody to ask on a server without any. */
  public static Optional<Query<List<Row>>> of(Columns columns) {
    if (!columns.has(CatalogTables.CHECK_CONSTRAINTS)) {
      return Optional.empty();
    }
    return Optional.of(
        CatalogRow.query(
            CHECKS,
            columns,
            row ->
                new Row(
                    row.text("CONSTRAINT_SCHEMA"),
                    row.maybe("TABLE_NAME"),
                    row.text("CONSTRAINT_NAME"),
                    row.text("CHECK_CLAUSE"),
                    row.is("LEVEL", "Column"))));
  }

  /** One row per check constraint of the users, wherever its expression is. */
  public static Query<List<Place>> places(Columns columns) {
    return CatalogRow.query(
        PLACES,
        columns,
        row ->
            new Place(
                new TableKey(row.text("TABLE_SCHEMA"), row.text("TABLE_NAME")),
                row.text("CONSTRAINT_NAME"),
                !row.is("ENFORCED", "NO")));
  }
}
