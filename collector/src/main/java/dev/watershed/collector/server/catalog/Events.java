package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.EventQuery;
import dev.watershed.workload.catalog.EventDefinition;

/** Makes events of rows. */
final class Events {

  private final ServerTexts texts;

  Events(ServerTexts texts) {
    this.texts = texts;
  }

  EventDefinition of(EventQuery.Row row) {
    return new EventDefinition(
        row.name(),
        texts.expression(schedule(row)),
        row.enabled(),
        texts.body(row.body(), row.sqlMode()));
  }

  /** As SHOW CREATE EVENT writes it. */
  private static String schedule(EventQuery.Row row) {
    if (row.intervalValue().isEmpty()) {
      return "AT " + row.executeAt().map(Events::quoted).orElse("''");
    }
    return "EVERY "
        + row.intervalValue().get()
        + " "
        + row.intervalField()
        + row.starts().map(time -> " STARTS " + quoted(time)).orElse("")
        + row.ends().map(time -> " ENDS " + quoted(time)).orElse("");
  }

  private static String quoted(String time) {
    return "'" + time + "'";
  }
}
