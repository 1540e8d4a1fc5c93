package dev.watershed.analyzer.capacity;

import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerFacts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What a server is and how it is set, as far as data and statements that come from another server
 * would notice. What was not read is absent.
 */
public record ServerSettings(Map<ServerFact, String> values) {

  /** Nothing is known. */
  public static final ServerSettings UNKNOWN = new ServerSettings(Map.of());

  /** Product and version, then the settings that change what statements mean, in this order. */
  private static final List<ServerFact> THAT_MATTER =
      List.of(
          ServerFact.PRODUCT,
          ServerFact.VERSION,
          ServerFact.LOWER_CASE_TABLE_NAMES,
          ServerFact.SQL_MODE,
          ServerFact.CHARACTER_SET_SERVER,
          ServerFact.COLLATION_SERVER,
          ServerFact.TIME_ZONE,
          ServerFact.TRANSACTION_ISOLATION);

  public ServerSettings {
    values = values.isEmpty() ? Map.of() : Map.copyOf(values);
  }

  /**
   * A setting that two servers do not share.
   *
   * @param here its value on the server that stays
   * @param there its value on the one whose data comes
   */
  public record Difference(ServerFact fact, String here, String there) {}

  /** What a server said of itself last. */
  public static ServerSettings of(ObservationTable<ServerFacts.Key, ServerFacts.Figure> facts) {
    EnumMap<ServerFact, String> values = new EnumMap<>(ServerFact.class);
    for (ServerFact fact : THAT_MATTER) {
      ServerFacts.latest(facts, fact).ifPresent(value -> values.put(fact, value));
    }
    return new ServerSettings(values);
  }

  /** Whether product and version are known. */
  public boolean known() {
    return values.containsKey(ServerFact.PRODUCT) && values.containsKey(ServerFact.VERSION);
  }

  /** What both know and have otherwise, in a fixed order. */
  public List<Difference> differences(ServerSettings there) {
    List<Difference> differences = new ArrayList<>();
    for (ServerFact fact : THAT_MATTER) {
      String own = values.get(fact);
      String other = there.values.get(fact);
      if (own != null && other != null && !own.equals(other)) {
        differences.add(new Difference(fact, own, other));
      }
    }
    return differences;
  }
}
