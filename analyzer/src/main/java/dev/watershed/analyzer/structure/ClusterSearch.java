package dev.watershed.analyzer.structure;

import dev.watershed.analyzer.coupling.HubTables;
import dev.watershed.analyzer.coupling.TransactionCut;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.workload.catalog.Catalog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Seeks clusters: once to see which tables are hubs, then without these by several seeds. The best
 * by modularity is taken, the first of the best.
 */
final class ClusterSearch {

  /**
   * A part.
   *
   * @param tables indexes, ascending
   * @param parties indexes, ascending
   */
  record Part(List<Integer> tables, List<Integer> parties, double stability) {

    Part {
      tables = List.copyOf(tables);
      parties = List.copyOf(parties);
    }
  }

  /**
   * What is found.
   *
   * @param parts the largest first, then by their first tables; those of one table too
   * @param hubs tables set apart
   * @param inUse tables that statements use, hubs with them
   */
  record Found(List<Part> parts, BitSet hubs, BitSet inUse) {

    Found {
      parts = List.copyOf(parts);
    }
  }

  private final CouplingInput input;
  private final Optional<UseMatrix> services;
  private final Map<String, Catalog> catalogs;
  private final OptionalInt party;
  private final StructureMethod method;

  private ClusterSearch(
      CouplingInput input,
      Optional<UseMatrix> services,
      Map<String, Catalog> catalogs,
      OptionalInt party,
      StructureMethod method) {
    this.input = input;
    this.services = services;
    this.catalogs = catalogs;
    this.party = party;
    this.method = method;
  }

  /**
   * Seeks.
   *
   * @param party whose statements count; empty for all
   */
  static Found of(
      CouplingInput input,
      UseMatrix matrix,
      Map<String, Catalog> catalogs,
      OptionalInt party,
      StructureMethod method) {
    Optional<UseMatrix> services =
        party.isEmpty() && method.services() > 0 ? Optional.of(matrix) : Optional.empty();
    return new ClusterSearch(input, services, catalogs, party, method)
        .seek(HubTables.of(input, matrix));
  }

  private Found seek(BitSet hubsOfServices) {
    BitSet hubs = (BitSet) hubsOfServices.clone();
    int[] first = Communities.of(graph(hubs), method.resolution(), 0);
    WeightedGraph together = new CoAccess(input, hubs, party).damped(method.damping());
    hubs.or(SpreadHubs.of(together, first, count(first)));
    WeightedGraph graph = graph(hubs);
    List<int[]> runs =
        IntStream.range(0, method.seeds())
            .parallel()
            .mapToObj(seed -> Communities.of(graph, method.resolution(), seed))
            .toList();
    int[] best =
        runs.stream()
            .max(
                Comparator.comparingDouble(
                    parts -> Communities.modularity(graph, parts, method.resolution())))
            .orElseThrow();
    return new Found(parts(best, runs), hubs, new CoAccess(input, new BitSet(), party).inUse());
  }

  private WeightedGraph graph(BitSet hubs) {
    CoAccess together = new CoAccess(input, hubs, party);
    BitSet clustered = together.inUse();
    clustered.andNot(hubs);
    return new TieGraph(input, clustered, method)
        .of(together.damped(method.damping()), services, catalogs);
  }

  private List<Part> parts(int[] best, List<int[]> runs) {
    int tables = input.tables().size();
    int count = count(best);
    List<int[]> ofTables = runs.stream().map(run -> Arrays.copyOf(run, tables)).toList();
    double[] stability = Stability.ofParts(Arrays.copyOf(best, tables), count, ofTables);
    List<List<Integer>> members = new ArrayList<>();
    List<List<Integer>> parties = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      members.add(new ArrayList<>());
      parties.add(new ArrayList<>());
    }
    for (int vertex = 0; vertex < tables + input.parties().size(); vertex++) {
      if (best[vertex] >= 0) {
        (vertex < tables ? members : parties)
            .get(best[vertex])
            .add(vertex < tables ? vertex : vertex - tables);
      }
    }
    List<Part> parts = new ArrayList<>();
    for (int part = 0; part < count; part++) {
      if (!members.get(part).isEmpty()) {
        parts.add(new Part(members.get(part), parties.get(part), stability[part]));
      }
    }
    parts.sort(
        Comparator.comparing((Part part) -> -part.tables().size())
            .thenComparing(part -> part.tables().get(0)));
    return parts;
  }

  private static int count(int[] parts) {
    return Arrays.stream(parts).max().orElse(-1) + 1;
  }

  /** The position of the set of each table. */
  static int[] partOfTable(CouplingInput input, List<List<Integer>> sets) {
    int[] parts = new int[input.tables().size()];
    Arrays.fill(parts, TransactionCut.NO_PART);
    for (int set = 0; set < sets.size(); set++) {
      for (int table : sets.get(set)) {
        parts[table] = set;
      }
    }
    return parts;
  }
}
