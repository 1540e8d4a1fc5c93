package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks for procedures and functions. */
public final class RoutineQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "routines",
              "procedures and functions",
              Selection.from(CatalogTables.ROUTINES)
                  .columns("ROUTINE_SCHEMA", "SPECIFIC_NAME", "ROUTINE_TYPE", "DTD_IDENTIFIER")
                  .columns("IS_DETERMINISTIC", "SQL_DATA_ACCESS", "SECURITY_TYPE", "ROUTINE_BODY")
                  .literals(Literals.BODY, "ROUTINE_DEFINITION")
                  .columns("SQL_MODE")
                  .ofUsers("ROUTINE_SCHEMA"))
          .at(Question.Timing.ONCE);

  private RoutineQuery() {}

  /**
   * A procedure or function.
   *
   * @param type {@code PROCEDURE}, {@code FUNCTION}, or something else that MariaDB has
   * @param returns the type of a function's value
   * @param language of its body: {@code SQL} or another
   * @param body empty where the account may not see it
   */
  public record Row(
      String schema,
      String name,
      String type,
      Optional<String> returns,
      boolean deterministic,
      String dataAccess,
      String security,
      String language,
      Optional<String> body,
      String sqlMode) {}

  /** One row per routine of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(QUESTION, columns, RoutineQuery::row);
  }

  private static Row row(CatalogRow row) throws SQLException {
    return new Row(
        row.text("ROUTINE_SCHEMA"),
        row.text("SPECIFIC_NAME"),
        row.text("ROUTINE_TYPE"),
        row.maybe("DTD_IDENTIFIER"),
        row.is("IS_DETERMINISTIC", "YES"),
        row.text("SQL_DATA_ACCESS"),
        row.text("SECURITY_TYPE"),
        row.text("ROUTINE_BODY"),
        row.maybe("ROUTINE_DEFINITION"),
        row.text("SQL_MODE"));
  }
}
