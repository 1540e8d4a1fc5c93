package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Asks for events. */
public final class EventQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "events",
              "events",
              Selection.from(CatalogTables.EVENTS)
                  .columns("EVENT_SCHEMA", "EVENT_NAME")
                  .literals(Literals.VALUE, "EXECUTE_AT", "INTERVAL_VALUE")
                  .columns("INTERVAL_FIELD")
                  .literals(Literals.VALUE, "STARTS", "ENDS")
                  .columns("STATUS")
                  .literals(Literals.BODY, "EVENT_DEFINITION")
                  .columns("SQL_MODE")
                  .ofUsers("EVENT_SCHEMA"))
          .at(Question.Timing.ONCE);

  private EventQuery() {}

  /**
   * An event.
   *
   * @param executeAt when it runs, if only once
   * @param intervalValue every how many of the field; empty if only once
   * @param intervalField such as {@code DAY}
   */
  public record Row(
      String schema,
      String name,
      Optional<String> executeAt,
      Optional<String> intervalValue,
      String intervalField,
      Optional<String> starts,
      Optional<String> ends,
      boolean enabled,
      String body,
      String sqlMode) {}

  /** One row per event of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(QUESTION, columns, EventQuery::row);
  }

  private static Row row(CatalogRow row) throws SQLException {
    return new Row(
        row.text("EVENT_SCHEMA"),
        row.text("EVENT_NAME"),
        row.maybe("EXECUTE_AT"),
        row.maybe("INTERVAL_VALUE"),
        row.text("INTERVAL_FIELD"),
        row.maybe("STARTS"),
        row.maybe("ENDS"),
        row.is("STATUS", "ENABLED"),
        row.text("EVENT_DEFINITION"),
        row.text("SQL_MODE"));
  }
}
