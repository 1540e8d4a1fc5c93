package dev.watershed.analyzer.coupling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The strongly connected components of a graph: nodes that reach each other (R. Tarjan,
 * "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1972).
 */
public final class StrongComponents {

  private static final int UNSEEN = -1;

  private final IntFunction<List<Integer>> successors;
  private final int[] number;
  private final int[] low;
  private final boolean[] open;
  private final Deque<Integer> stack = new ArrayDeque<>();
  private final List<List<Integer>> components = new ArrayList<>();
  private int next;

  private StrongComponents(int nodes, IntFunction<List<Integer>> successors) {
    this.successors = successors;
    this.number = new int[nodes];
    this.low = new int[nodes];
    this.open = new boolean[nodes];
    Arrays.fill(number, UNSEEN);
  }

  /** Those of two nodes and more, each ascending, in the order of their lowest node. */
  public static List<List<Integer>> of(int nodes, IntFunction<List<Integer>> successors) {
    StrongComponents search = new StrongComponents(nodes, successors);
    for (int node = 0; node < nodes; node++) {
      if (search.number[node] == UNSEEN) {
        search.visit(node);
      }
    }
    List<List<Integer>> several =
        new ArrayList<>(search.components.stream().filter(each -> each.size() > 1).toList());
    several.sort((a, b) -> Integer.compare(a.get(0), b.get(0)));
    return several;
  }

  /** As deep as the longest path, at most one level per service. */
  private void visit(int node) {
    number[node] = next;
    low[node] = next++;
    stack.push(node);
    open[node] = true;
    for (int to : successors.apply(node)) {
      if (number[to] == UNSEEN) {
        visit(to);
        low[node] = Math.min(low[node], low[to]);
      } else if (open[to]) {
        low[node] = Math.min(low[node], number[to]);
      }
    }
    if (low[node] == number[node]) {
      close(node);
    }
  }

  private void close(int root) {
    List<Integer> component = new ArrayList<>();
    int node;
    do {
      node = stack.pop();
      open[node] = false;
      component.add(node);
    } while (node != root);
    Collections.sort(component);
    components.add(component);
  }
}
