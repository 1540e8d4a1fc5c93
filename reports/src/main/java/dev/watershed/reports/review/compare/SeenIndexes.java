package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.redundancy.IndexUsage;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.workload.catalog.IndexDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

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

  private final Map<String, DataFacts> data = new HashMap<>();
  private final Map<Name, Index> indexes = new HashMap<>();
  private final List<Index> order = new ArrayList<>();

  /** Those of a span. */
  public SeenIndexes(FleetFacts facts) {
    for (DataFacts each : facts.data()) {
      data.put(each.name(), each);
      for (StatisticTable table : each.input().server().tables()) {
        String name = table.definition().name();
        double calls =
            TableCalls.of(facts.coupling(), each.name(), table.schema(), name).perSecond();
        for (IndexDefinition index : table.definition().indexes()) {
          Name key = new Name(each.name(), table.schema(), name, index.name());
          add(new Index(key, index, use(each.input().usage(), key, calls)));
        }
      }
    }
  }

  private void add(Index index) {
    indexes.put(index.name(), index);
    order.add(index);
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
    return List.copyOf(order);
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
    return data.containsKey(dataSet) && !data.get(dataSet).input().server().tables().isEmpty();
  }

  /** Whether the use of some index is known. */
  boolean watched() {
    return order.stream().anyMatch(each -> each.use().isPresent());
  }
}
