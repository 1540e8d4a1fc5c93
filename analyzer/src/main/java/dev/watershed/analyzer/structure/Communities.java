package dev.watershed.analyzer.structure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/**
 * Parts of a graph that hold together: Leiden's algorithm on modularity (Traag, Waltman and van
 * Eck, Scientific Reports 9, 2019). The same graph and seed give the same parts.
 */
final class Communities {

  /** The part of a vertex without edges. */
  static final int NONE = -1;

  /** Until nothing improves. */
  private static final int ALL_ITERATIONS = 0;

  private Communities() {}

  /**
   * The part of each vertex, numbered in the order of their first vertices; {@link #NONE} for a
   * vertex without edges.
   *
   * @param resolution γ in Σ over pairs of (weight − γ · volume · volume / (2 · total weight))
   */
  static int[] of(WeightedGraph graph, double resolution, long seed) {
    int[] compact = compact(graph);
    int size = Arrays.stream(compact).max().orElse(NONE) + 1;
    if (size == 0) {
      return compact;
    }
    int[] firsts = new int[graph.edges()];
    int[] seconds = new int[graph.edges()];
    double[] weights = new double[graph.edges()];
    double total = 0;
    for (int edge = 0; edge < weights.length; edge++) {
      firsts[edge] = compact[graph.first(edge)];
      seconds[edge] = compact[graph.second(edge)];
      weights[edge] = graph.weight(edge);
      total += weights[edge];
    }
    Network network =
        new Network(
            size,
            true,
            new LargeIntArray[] {new LargeIntArray(firsts), new LargeIntArray(seconds)},
            new LargeDoubleArray(weights),
            false,
            false);
    Clustering found =
        new LeidenAlgorithm(
                resolution / (2 * total),
                ALL_ITERATIONS,
                LeidenAlgorithm.DEFAULT_RANDOMNESS,
                new Random(seed))
            .findClustering(network);
    int[] parts = new int[compact.length];
    for (int vertex = 0; vertex < parts.length; vertex++) {
      parts[vertex] = compact[vertex] == NONE ? NONE : found.getCluster(compact[vertex]);
    }
    return inOrder(parts);
  }

  /** The modularity of parts, at most 1: how much more of the weight is inside than by chance. */
  static double modularity(WeightedGraph graph, int[] parts, double resolution) {
    double inside = 0;
    double total = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      total += graph.weight(edge);
      inside += parts[graph.first(edge)] == parts[graph.second(edge)] ? graph.weight(edge) : 0;
    }
    double[] volumes = graph.volumes();
    double[] ofParts = new double[parts.length];
    for (int vertex = 0; vertex < parts.length; vertex++) {
      if (parts[vertex] != NONE) {
        ofParts[parts[vertex]] += volumes[vertex];
      }
    }
    double expected = 0;
    for (double volume : ofParts) {
      expected += volume / (2 * total) * (volume / (2 * total));
    }
    return total == 0 ? 0 : inside / total - resolution * expected;
  }

  /** Numbers those that have edges. */
  private static int[] compact(WeightedGraph graph) {
    int[] compact = new int[graph.vertices()];
    int next = 0;
    double[] volumes = graph.volumes();
    for (int vertex = 0; vertex < compact.length; vertex++) {
      compact[vertex] = volumes[vertex] > 0 ? next++ : NONE;
    }
    return compact;
  }

  private static int[] inOrder(int[] parts) {
    Map<Integer, Integer> order = new HashMap<>();
    return Arrays.stream(parts)
        .map(part -> part == NONE ? NONE : order.computeIfAbsent(part, key -> order.size()))
        .toArray();
  }
}
