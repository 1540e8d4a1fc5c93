package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides bundles into lots that have nothing to do with each other: no table, and no statement
 * that may be served by both. What is chosen in one changes no benefit in another one.
 */
final class Lots {

  private final Workbench workbench;
  private final int[] parents;

  private Lots(Workbench workbench, int nodes) {
    this.workbench = workbench;
    parents = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      parents[node] = node;
    }
  }

  /**
   * Lots of about the same number of bundles.
   *
   * @param most lots at most
   * @return in each the numbers of its bundles, in order
   */
  static List<List<Integer>> of(Workbench workbench, int most) {
    int statements = workbench.statements().size();
    Map<TableFigures, Integer> tables = new HashMap<>();
    for (Bundle bundle : workbench.bundles()) {
      tables.putIfAbsent(table(workbench, bundle), statements + tables.size());
    }
    Lots lots = new Lots(workbench, statements + tables.size());
    for (Bundle bundle : workbench.bundles()) {
      int table = tables.get(table(workbench, bundle));
      bundle.served().forEach(statement -> lots.join(table, statement));
    }
    return lots.divided(tables, most);
  }

  private static TableFigures table(Workbench workbench, Bundle bundle) {
    return workbench.candidates().get(bundle.members().get(0)).table();
  }

  private int root(int node) {
    int root = node;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private void join(int one, int other) {
    parents[root(one)] = root(other);
  }

  /** The largest first, each into the lot that has least. */
  private List<List<Integer>> divided(Map<TableFigures, Integer> tables, int most) {
    Map<Integer, List<Integer>> parts = new TreeMap<>();
    for (int bundle = 0; bundle < workbench.bundles().size(); bundle++) {
      int root = root(tables.get(table(workbench, workbench.bundles().get(bundle))));
      parts.computeIfAbsent(root, key -> new ArrayList<>()).add(bundle);
    }
    List<List<Integer>> lots = new ArrayList<>();
    parts.values().stream()
        .sorted(
            Comparator.<List<Integer>>comparingInt(part -> -part.size())
                .thenComparing(part -> part.get(0)))
        .forEach(part -> add(part, lots, most));
    lots.forEach(lot -> lot.sort(Comparator.naturalOrder()));
    return lots;
  }

  private static void add(List<Integer> part, List<List<Integer>> lots, int most) {
    if (lots.size() < most) {
      lots.add(new ArrayList<>(part));
    } else {
      lots.stream().min(Comparator.comparingInt(List::size)).orElseThrow().addAll(part);
    }
  }
}
