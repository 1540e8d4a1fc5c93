package dev.watershed.analyzer.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrongComponentsTest {

  /** Against the closure of reachability. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void nodesThatReachEachOtherAreTogether(int seed) {
    Random random = new Random(seed);
    int nodes = 12;
    boolean[][] edges = new boolean[nodes][nodes];
    for (int i = 0; i < nodes + seed; i++) {
      edges[random.nextInt(nodes)][random.nextInt(nodes)] = true;
    }
    assertThat(StrongComponents.of(nodes, node -> successors(edges[node])))
        .isEqualTo(slowly(edges, nodes));
  }

  /** The search leaves the second one first. */
  @Test
  void theOrderIsThatOfTheLowestNodes() {
    List<List<Integer>> edges = List.of(List.of(2, 1), List.of(0), List.of(3), List.of(2));
    assertThat(StrongComponents.of(4, edges::get)).containsExactly(List.of(0, 1), List.of(2, 3));
  }

  private static List<Integer> successors(boolean[] row) {
    List<Integer> to = new ArrayList<>();
    for (int node = 0; node < row.length; node++) {
      if (row[node]) {
        to.add(node);
      }
    }
    return to;
  }

  private static List<List<Integer>> slowly(boolean[][] edges, int nodes) {
    boolean[][] reach = new boolean[nodes][];
    for (int node = 0; node < nodes; node++) {
      reach[node] = edges[node].clone();
    }
    for (int via = 0; via < nodes; via++) {
      for (int from = 0; from < nodes; from++) {
        for (int to = 0; to < nodes; to++) {
          reach[from][to] |= reach[from][via] && reach[via][to];
        }
      }
    }
    List<List<Integer>> components = new ArrayList<>();
    TreeSet<Integer> done = new TreeSet<>();
    for (int node = 0; node < nodes; node++) {
      List<Integer> own = new ArrayList<>(List.of(node));
      for (int other = node + 1; other < nodes; other++) {
        if (reach[node][other] && reach[other][node]) {
          own.add(other);
        }
      }
      if (own.size() > 1 && done.add(node)) {
        components.add(own);
      }
      done.addAll(own);
    }
    return components;
  }
}
