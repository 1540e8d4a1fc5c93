package dev.watershed.analyzer.observation;

import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts together what a server says of itself and of its minutes. */
final class ServerStates {

  private ServerStates() {}

  /** The state of a server; empty where it said nothing. */
  static Optional<ServerState> of(String server, Observations observed) {
    List<ServerState.Fact> facts = facts(observed.facts());
    Map<Figure, Long> figures = figures(observed.minutes());
    return facts.isEmpty() && figures.isEmpty()
        ? Optional.empty()
        : Optional.of(new ServerState(server, facts, figures));
  }

  private static List<ServerState.Fact> facts(
      ObservationTable<ServerFacts.Key, ServerFacts.Figure> table) {
    Map<String, Long> seen = new HashMap<>();
    Map<String, String> values = new TreeMap<>();
    for (int row = 0; row < table.size(); row++) {
      ServerFacts.Key key = table.key(row);
      long last = table.value(row, ServerFacts.Figure.LAST_SEEN_MICROS);
      if (last >= seen.getOrDefault(key.name(), Long.MIN_VALUE)) {
        seen.put(key.name(), last);
        values.put(key.name(), key.value());
      }
    }
    List<ServerState.Fact> facts = new ArrayList<>();
    values.forEach((name, value) -> facts.add(new ServerState.Fact(name, value)));
    return facts;
  }

  private static Map<Figure, Long> figures(ObservationTable<ServerMinutes.Key, Figure> minutes) {
    Map<Figure, Long> figures = new EnumMap<>(Figure.class);
    for (int row = 0; row < minutes.size(); row++) {
      for (Figure figure : Figure.values()) {
        long value = minutes.value(row, figure);
        if (value != Long.MIN_VALUE) {
          figures.merge(figure, value, figure::merged);
        }
      }
    }
    return figures;
  }
}
