package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.ownership.Ownership;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Names clusters by what at least six of ten of their tables share: how their names begin, else
 * their owner, else their schema; else by the table that is used most.
 */
final class ClusterNames {

  private static final double MOST = 0.6;

  private final CouplingInput input;
  private final Ownership ownership;
  private final double[] callsOfTable;
  private final Set<String> taken = new HashSet<>();

  ClusterNames(CouplingInput input, Ownership ownership, double[] callsOfTable) {
    this.input = input;
    this.ownership = ownership;
    this.callsOfTable = callsOfTable;
  }

  /** The cluster of a part; to be asked in the order of clusters, for names are unique. */
  Cluster of(ClusterSearch.Part part, double callsPerSecond) {
    Cluster.Dominant schema =
        dominant(part, table -> List.of(input.tables().get(table).schema())).orElseThrow();
    Optional<Cluster.Dominant> stem =
        dominant(part, table -> TableStems.of(input.tables().get(table)));
    Optional<Cluster.Dominant> owner = dominant(part, this::owner);
    return new Cluster(
        unique(name(part, schema, stem, owner)),
        part.tables(),
        part.parties(),
        schema,
        stem,
        owner,
        part.stability(),
        callsPerSecond);
  }

  private String name(
      ClusterSearch.Part part,
      Cluster.Dominant schema,
      Optional<Cluster.Dominant> stem,
      Optional<Cluster.Dominant> owner) {
    if (stem.isPresent() && stem.get().share() >= MOST) {
      return stem.get().name();
    }
    if (owner.isPresent() && owner.get().share() >= MOST) {
      return owner.get().name();
    }
    int heaviest = part.tables().get(0);
    for (int table : part.tables()) {
      heaviest = callsOfTable[table] > callsOfTable[heaviest] ? table : heaviest;
    }
    CoupledTable known = input.tables().get(heaviest);
    boolean several =
        input.tables().all().stream().map(CoupledTable::schema).distinct().limit(2).count() > 1;
    return several && schema.share() >= MOST ? schema.name() : "around " + known.qualifiedName();
  }

  private String unique(String name) {
    String free = name;
    for (int number = 2; !taken.add(free); number++) {
      free = name + " (" + number + ")";
    }
    return free;
  }

  private List<String> owner(int table) {
    OptionalInt owner = ownership.reliableOwner(table);
    return owner.isPresent() ? List.of(input.parties().name(owner.getAsInt())) : List.of();
  }

  /** What the most tables have; of several the longest, then the first by name. */
  private static Optional<Cluster.Dominant> dominant(
      ClusterSearch.Part part, IntFunction<? extends Collection<String>> what) {
    Map<String, Integer> counts = new TreeMap<>();
    for (int table : part.tables()) {
      what.apply(table).forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    String best = "";
    int most = 0;
    for (Map.Entry<String, Integer> each : counts.entrySet()) {
      boolean more =
          each.getValue() > most
              || each.getValue() == most && each.getKey().length() > best.length();
      best = more ? each.getKey() : best;
      most = more ? each.getValue() : most;
    }
    return most == 0
        ? Optional.empty()
        : Optional.of(new Cluster.Dominant(best, (double) most / part.tables().size()));
  }
}
