package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.RoutineDefinition.Direction;
import dev.watershed.workload.catalog.RoutineDefinition.Parameter;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.TriggerDefinition;
import dev.watershed.workload.catalog.TriggerDefinition.RowEvent;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Views, triggers, routines and events as lines: objects that hold statements. */
final class CodeText {

  static final String VIEW = "view";
  static final String TRIGGER = "trigger";
  static final String ROUTINE = "routine";
  static final String EVENT = "event";

  private CodeText() {}

  static void write(ViewDefinition view, ObjectLines lines) {
    lines
        .add(VIEW)
        .with("name", view.name())
        .with("query", view.query())
        .with("algorithm", view.algorithm())
        .with("security", view.security().key());
    view.columns().forEach(column -> lines.add("column").with("name", column));
  }

  static void write(TriggerDefinition trigger, ObjectLines lines) {
    lines
        .add(TRIGGER)
        .with("name", trigger.name())
        .with("table", trigger.table())
        .with("before", trigger.before())
        .with("event", trigger.event().key())
        .with("order", OptionalInt.of(trigger.order()))
        .with("body", trigger.body());
  }

  static void write(RoutineDefinition routine, ObjectLines lines) {
    lines
        .add(ROUTINE)
        .with("name", routine.name())
        .with("returns", routine.returns())
        .with("deterministic", routine.deterministic())
        .with("data_access", routine.dataAccess())
        .with("security", routine.security().key())
        .with("body", routine.body());
    for (Parameter parameter : routine.parameters()) {
      lines
          .add("parameter")
          .with("direction", parameter.direction().key())
          .with("name", parameter.name())
          .with("type", parameter.type());
    }
  }

  static void write(EventDefinition event, ObjectLines lines) {
    lines
        .add(EVENT)
        .with("name", event.name())
        .with("schedule", event.schedule())
        .with("disabled", !event.enabled())
        .with("body", event.body());
  }

  static ViewDefinition view(ObjectLines lines) throws NewerObjectException {
    ObjectLine first = lines.first();
    return new ViewDefinition(
        first.text("name"),
        lines.rest().stream()
            .filter(line -> line.word().equals("column"))
            .map(line -> line.text("name"))
            .toList(),
        first.text("query"),
        first.text("algorithm"),
        security(first));
  }

  static TriggerDefinition trigger(ObjectLines lines) throws NewerObjectException {
    ObjectLine first = lines.first();
    return new TriggerDefinition(
        first.text("name"),
        first.text("table"),
        first.flag("before"),
        Keys.find(RowEvent.values(), RowEvent::key, first.text("event")),
        first.number("order").orElse(1),
        first.text("body"));
  }

  static RoutineDefinition routine(ObjectLines lines) throws NewerObjectException {
    ObjectLine first = lines.first();
    List<Parameter> parameters = new ArrayList<>();
    for (ObjectLine line : lines.rest()) {
      if (line.word().equals("parameter")) {
        parameters.add(
            new Parameter(
                Keys.find(Direction.values(), Direction::key, line.text("direction")),
                line.text("name"),
                line.text("type")));
      }
    }
    return new RoutineDefinition(
        first.text("name"),
        parameters,
        first.optional("returns"),
        first.flag("deterministic"),
        first.text("data_access"),
        security(first),
        first.text("body"));
  }

  static EventDefinition event(ObjectLines lines) {
    ObjectLine first = lines.first();
    return new EventDefinition(
        first.text("name"), first.text("schedule"), !first.flag("disabled"), first.text("body"));
  }

  private static Security security(ObjectLine line) throws NewerObjectException {
    return Keys.find(Security.values(), Security::key, line.text("security"));
  }
}
