package dev.watershed.analyzer.consolidation.distance;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CoupledTables;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/**
 * The tables that everybody reads, by name: the same in every month, so that a reader more or less
 * does not make what crosses jump.
 */
public final class SharedTables {

  private record Name(String dataSet, String schema, String table) {

    static Name of(CoupledTable table) {
      return new Name(table.dataSet(), table.schema(), table.name());
    }
  }

  private final Set<Name> names = new HashSet<>();

  private SharedTables() {}

  /** Those of a span. */
  public static SharedTables of(CouplingFacts facts) {
    SharedTables shared = new SharedTables();
    facts.hubs().stream()
        .forEach(table -> shared.names.add(Name.of(facts.input().tables().get(table))));
    return shared;
  }

  /** The indexes of those that are there. */
  public BitSet in(CoupledTables tables) {
    BitSet hubs = new BitSet();
    for (int table = 0; table < tables.size(); table++) {
      hubs.set(table, names.contains(Name.of(tables.get(table))));
    }
    return hubs;
  }
}
