package dev.watershed.collector.server.catalog.query;

import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.Query;
import dev.watershed.collector.server.Question;
import dev.watershed.collector.server.Selection;
import dev.watershed.collector.server.Selection.Literals;
import java.util.List;

/** Asks for triggers. */
public final class TriggerQuery {

  /** What is asked. */
  public static final Question QUESTION =
      Question.of(
              "triggers",
              "triggers",
              Selection.from(CatalogTables.TRIGGERS)
                  .columns("TRIGGER_SCHEMA", "TRIGGER_NAME", "EVENT_OBJECT_TABLE", "ACTION_TIMING")
                  .columns("EVENT_MANIPULATION", "ACTION_ORDER")
                  .literals(Literals.BODY, "ACTION_STATEMENT")
                  .columns("SQL_MODE")
                  .ofUsers("TRIGGER_SCHEMA"))
          .at(Question.Timing.ONCE);

  private TriggerQuery() {}

  /**
   * A trigger.
   *
   * @param timing {@code BEFORE} or {@code AFTER}
   * @param event such as {@code INSERT}
   * @param order 1 for the first of its table, timing and event
   * @param sqlMode what its body was written under
   */
  public record Row(
      TableKey table,
      String name,
      String timing,
      String event,
      int order,
      String body,
      String sqlMode) {}

  /** One row per trigger of the users. */
  public static Query<List<Row>> of(Columns columns) {
    return CatalogRow.query(
        QUESTION,
        columns,
        row ->
            new Row(
                new TableKey(row.text("TRIGGER_SCHEMA"), row.text("EVENT_OBJECT_TABLE")),
                row.text("TRIGGER_NAME"),
                row.text("ACTION_TIMING"),
                row.text("EVENT_MANIPULATION"),
                row.small("ACTION_ORDER").orElse(1),
                row.text("ACTION_STATEMENT"),
                row.text("SQL_MODE")));
  }
}
