package dev.watershed.collector.dump;

import dev.watershed.collector.dump.Collations.Choice;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schema while the script that defines it is read. */
final class SchemaDraft {

  private final Map<String, TableDraft> tables = new LinkedHashMap<>();
  private final Map<String, ViewDefinition> views = new LinkedHashMap<>();
  private final Map<String, List<String>> viewColumns = new LinkedHashMap<>();
  private final Map<String, RoutineDefinition> procedures = new LinkedHashMap<>();
  private final Map<String, RoutineDefinition> functions = new LinkedHashMap<>();
  private final Map<String, EventDefinition> events = new LinkedHashMap<>();
  private final TriggerOrder triggers = new TriggerOrder();
  private Choice choice = Choice.UNKNOWN;

  Choice choice() {
    return choice;
  }

  void setChoice(Choice changed) {
    choice = changed;
  }

  Map<String, TableDraft> tables() {
    return tables;
  }

  Map<String, ViewDefinition> views() {
    return views;
  }

  /** The columns that a dump's placeholder named, also when it is gone. */
  Map<String, List<String>> viewColumns() {
    return viewColumns;
  }

  Map<String, RoutineDefinition> procedures() {
    return procedures;
  }

  Map<String, RoutineDefinition> functions() {
    return functions;
  }

  Map<String, EventDefinition> events() {
    return events;
  }

  TriggerOrder triggers() {
    return triggers;
  }
}
