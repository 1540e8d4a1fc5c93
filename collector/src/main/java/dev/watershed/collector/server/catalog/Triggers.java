package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.TriggerQuery;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import java.util.Arrays;
import java.util.Optional;

/** Makes triggers of rows. */
final class Triggers {

  private final ServerTexts texts;

  Triggers(ServerTexts texts) {
    this.texts = texts;
  }

  /** A trigger; nothing but a gap where it is fired by something that nobody knows. */
  Optional<TriggerDefinition> of(TriggerQuery.Row row, Gaps gaps) {
    Optional<RowEvent> event =
        Arrays.stream(RowEvent.values())
            .filter(known -> known.key().equalsIgnoreCase(row.event()))
            .findFirst();
    if (event.isEmpty()) {
      gaps.add(
          row.table().schema() + "." + row.name(),
          "the trigger is left out: it is fired by " + row.event());
    }
    return event.map(
        known ->
            new TriggerDefinition(
                row.name(),
                row.table().table(),
                row.timing().equalsIgnoreCase("BEFORE"),
                known,
                Math.max(1, row.order()),
                texts.body(row.body(), row.sqlMode())));
  }
}
