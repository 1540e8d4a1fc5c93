package dev.watershed.collector.dump;

import dev.watershed.sql.definition.CreateTrigger;
import dev.watershed.sql.definition.QualifiedName;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The triggers of a schema, those of one table, timing and event in the order of their run. */
final class TriggerOrder {

  private record Place(String table, boolean before, String event) {}

  private final List<CreateTrigger> triggers = new ArrayList<>();

  void add(CreateTrigger trigger) {
    remove(trigger.name().name());
    triggers.add(index(trigger), trigger);
  }

  void remove(String name) {
    triggers.removeIf(trigger -> trigger.name().name().equals(name));
  }

  /** A table that is dropped takes its triggers along. */
  void removeTable(String table) {
    triggers.removeIf(trigger -> trigger.table().name().equals(table));
  }

  boolean has(String table) {
    return triggers.stream().anyMatch(trigger -> trigger.table().name().equals(table));
  }

  /** A table takes its triggers along to another name. */
  void renameTable(String table, String to) {
    triggers.replaceAll(
        trigger ->
            trigger.table().name().equals(table)
                ? new CreateTrigger(
                    trigger.name(),
                    trigger.existing(),
                    new QualifiedName(trigger.table().schema(), to),
                    trigger.before(),
                    trigger.event(),
                    trigger.follows(),
                    trigger.precedes(),
                    trigger.body())
                : trigger);
  }

  List<TriggerDefinition> definitions() {
    Map<Place, Integer> counts = new HashMap<>();
    List<TriggerDefinition> definitions = new ArrayList<>();
    for (CreateTrigger trigger : triggers) {
      Place place = new Place(trigger.table().name(), trigger.before(), trigger.event());
      definitions.add(
          new TriggerDefinition(
              trigger.name().name(),
              trigger.table().name(),
              trigger.before(),
              RowEvent.valueOf(trigger.event()),
              counts.merge(place, 1, Integer::sum),
              trigger.body()));
    }
    return definitions;
  }

  private int index(CreateTrigger trigger) {
    Optional<String> other = trigger.follows().or(trigger::precedes);
    for (int i = 0; i < triggers.size(); i++) {
      if (other.isPresent() && triggers.get(i).name().name().equals(other.get())) {
        return trigger.follows().isPresent() ? i + 1 : i;
      }
    }
    return triggers.size();
  }
}
