package dev.watershed.collector.dump;

import dev.watershed.sql.definition.CreateEvent;
import dev.watershed.sql.definition.CreateRoutine;
import dev.watershed.sql.definition.CreateView;
import dev.watershed.workload.catalog.EventDefinition;
import dev.watershed.workload.catalog.RoutineDefinition;
import dev.watershed.workload.catalog.RoutineDefinition.Direction;
import dev.watershed.workload.catalog.RoutineDefinition.Parameter;
import dev.watershed.workload.catalog.Security;
import dev.watershed.workload.catalog.ViewDefinition;
import java.util.List;

/** Views, routines and events as the catalog has them. */
final class Programs {

  private Programs() {}

  static ViewDefinition view(CreateView view, List<String> columns) {
    return new ViewDefinition(
        view.name().name(), columns, view.query(), view.algorithm(), security(view.invoker()));
  }

  static RoutineDefinition routine(CreateRoutine routine) {
    return new RoutineDefinition(
        routine.name().name(),
        routine.parameters().stream()
            .map(
                parameter ->
                    new Parameter(
                        Direction.valueOf(parameter.direction()),
                        parameter.name(),
                        parameter.type().text()))
            .toList(),
        routine.returns().map(type -> type.text()),
        routine.deterministic(),
        routine.dataAccess(),
        security(routine.invoker()),
        routine.body());
  }

  static EventDefinition event(CreateEvent event) {
    return new EventDefinition(
        event.name().name(), event.schedule(), event.enabled(), event.body());
  }

  private static Security security(boolean invoker) {
    return invoker ? Security.INVOKER : Security.DEFINER;
  }
}
