package dev.watershed.analyzer.neighbour;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of times and promises.
 *
 * @param calendar stretches of time with names
 * @param p95BudgetMicros what 95% of a service's statements may take at most, by service
 */
public record NeighbourInput(
    List<CalendarEntry> calendar, SortedMap<String, Double> p95BudgetMicros) {

  /** Nothing is known. */
  public static final NeighbourInput NONE = new NeighbourInput(List.of(), new TreeMap<>());

  public NeighbourInput {
    calendar = List.copyOf(calendar);
    p95BudgetMicros = new TreeMap<>(p95BudgetMicros);
  }

  @Override
  public SortedMap<String, Double> p95BudgetMicros() {
    return new TreeMap<>(p95BudgetMicros);
  }
}
