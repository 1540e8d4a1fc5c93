package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.EventQuery;
import dev.watershed.collector.server.catalog.query.ParameterQuery;
import dev.watershed.collector.server.catalog.query.RoutineQuery;
import dev.watershed.collector.server.catalog.query.TriggerQuery;
import dev.watershed.collector.server.catalog.query.ViewQuery;
import java.util.List;

/** The rows that objects with a body are made of. */
record CodeRows(
    List<ViewQuery.Row> views,
    List<TriggerQuery.Row> triggers,
    List<RoutineQuery.Row> routines,
    List<ParameterQuery.Row> parameters,
    List<EventQuery.Row> events) {

  CodeRows {
    views = List.copyOf(views);
    triggers = List.copyOf(triggers);
    routines = List.copyOf(routines);
    parameters = List.copyOf(parameters);
    events = List.copyOf(events);
  }
}
