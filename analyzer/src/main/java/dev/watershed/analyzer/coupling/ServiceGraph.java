package dev.watershed.analyzer.coupling;

import dev.watershed.analyzer.coupling.input.UseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * Which service uses tables of which other, by statements that name them; hubs do not count, and
 * neither does what may be chance. Inside a contract or not: a cycle of contracts is a cycle.
 */
final class ServiceGraph {

  /** A use of a table of another: a cell of the matrix. */
  record Edge(int table, int cell) {}

  private final int services;
  private final List<TreeMap<Integer, List<Edge>>> edges = new ArrayList<>();

  private ServiceGraph(int services) {
    this.services = services;
    for (int service = 0; service < services; service++) {
      edges.add(new TreeMap<>());
    }
  }

  static ServiceGraph of(CouplingView view) {
    ServiceGraph graph = new ServiceGraph(view.input().parties().services());
    UseMatrix matrix = view.matrix();
    for (int table = 0; table < view.input().tables().size(); table++) {
      OptionalInt owner = view.ownerApartFromHubs(table);
      for (int cell = matrix.start(table); owner.isPresent() && cell < matrix.end(table); cell++) {
        int party = matrix.party(cell);
        boolean named = matrix.reads(cell) > 0 || matrix.writes(cell) > 0;
        if (view.isService(party)
            && view.input().parties().foreign(party, owner.getAsInt())
            && named
            && view.strays().surelyUses(table, cell)) {
          graph
              .edges
              .get(party)
              .computeIfAbsent(owner.getAsInt(), key -> new ArrayList<>())
              .add(new Edge(table, cell));
        }
      }
    }
    return graph;
  }

  int services() {
    return services;
  }

  /** The services whose tables one uses, ascending. */
  List<Integer> used(int service) {
    return List.copyOf(edges.get(service).keySet());
  }

  boolean uses(int service, int other) {
    return edges.get(service).containsKey(other);
  }

  /** What one uses of another. */
  List<Edge> edges(int service, int other) {
    return edges.get(service).getOrDefault(other, List.of());
  }

  /** The shortest cycle through a service, which it begins with; of several, the lowest indexes. */
  List<Integer> shortestCycle(int start) {
    int[] before = new int[services];
    Arrays.fill(before, -1);
    List<Integer> reached = new ArrayList<>(List.of(start));
    for (int next = 0; next < reached.size(); next++) {
      int from = reached.get(next);
      for (int to : used(from)) {
        if (to == start) {
          return path(before, start, from);
        }
        if (before[to] < 0) {
          before[to] = from;
          reached.add(to);
        }
      }
    }
    return List.of();
  }

  private static List<Integer> path(int[] before, int start, int end) {
    List<Integer> path = new ArrayList<>();
    for (int at = end; at != start; at = before[at]) {
      path.add(0, at);
    }
    path.add(0, start);
    return path;
  }

  /** The same cycle, begun with its lowest index. */
  static List<Integer> fromLowest(List<Integer> cycle) {
    int lowest = cycle.indexOf(cycle.stream().min(Comparator.naturalOrder()).orElseThrow());
    List<Integer> turned = new ArrayList<>(cycle.subList(lowest, cycle.size()));
    turned.addAll(cycle.subList(0, lowest));
    return turned;
  }
}
