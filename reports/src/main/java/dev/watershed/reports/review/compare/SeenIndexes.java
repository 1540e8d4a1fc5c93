package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The indexes that the catalogs of a span have, and how each was used. */
public final class SeenIndexes {

  /** What an index is known by. */
  record Name(String dataSet, String schema, String table, String index) {}

  /**
   * An index.
   *
   * @param use empty where it is unknown
   */
  record Index(Name name, IndexDefinition definition, Optional<SeenIndex> use) {}

  /** Sets of data of which a catalog was read. */
  private final Set<String> known = new HashSet<>();

  private final Map<Name, Index> indexes = new LinkedHashMap<>();

  /** Those of a span. */
  public SeenIndexes(FleetFacts facts) {
    for (DataFacts each : facts.data()) {
      if (!each.input().server().tables().isEmpty()) {
        known.add(each.name());
      }
      for (StatisticTable table : each.input().server().tables()) {
        String name = table.definition().name();
        double calls =
            TableCalls.of(facts.coupling(), each.name(), table.schema(), name).perSecond();
        for (IndexDefinition index : table.definition().indexes()) {
          Name key = new Name(each.name(), table.schema(), name, index.name());
          indexes.put(key, new Index(key, index, use(each.input().usage(), key, calls)));
        }
      }
    }
  }

  private static Optional<SeenIndex> use(IndexUsage usage, Name name, double callsPerSecond) {
    OptionalLong rows = usage.reached(name.schema(), name.table(), name.index());
    double seconds = usage.observedSeconds();
    return rows.isEmpty() || seconds <= 0
        ? Optional.empty()
        : Optional.of(new SeenIndex(rows.getAsLong(), callsPerSecond * seconds, seconds));
  }

  /** All of them, by data, table and definition. */
  List<Index> all() {
    return List.copyOf(indexes.values());
  }

  /** One of them. */
  Optional<Index> find(Name name) {
    return Optional.ofNullable(indexes.get(name));
  }

  /** How one was used; empty where it is not there, or its use is unknown. */
  Optional<SeenIndex> use(Name name) {
    return find(name).flatMap(Index::use);
  }

  /** Whether a catalog of a set of data was read. */
  boolean knows(String dataSet) {
    return known.contains(dataSet);
  }

  /** Whether the use of some index is known. */
  boolean watched() {
    return indexes.values().stream().anyMatch(each -> each.use().isPresent());
  }
}
