package dev.watershed.analyzer.structure;

/**
 * Weighs each edge by the topological overlap of its ends, (common neighbours + 1) / min(degree)
 * (Ravasz et al., Science 297, 2002): tables of one purpose are used with the same others, and a
 * statement that strays joins tables that share no neighbour.
 */
final class Overlap {

  private Overlap() {}

  static WeightedGraph of(WeightedGraph graph) {
    int[][] neighbours = graph.neighbours();
    WeightedGraph.Builder overlap = new WeightedGraph.Builder(graph.vertices());
    for (int edge = 0; edge < graph.edges(); edge++) {
      int[] first = neighbours[graph.first(edge)];
      int[] second = neighbours[graph.second(edge)];
      double factor = (common(first, second) + 1.0) / Math.min(first.length, second.length);
      overlap.add(graph.first(edge), graph.second(edge), graph.weight(edge) * factor);
    }
    return overlap.build();
  }

  /** How many numbers two ascending rows have in common. */
  private static int common(int[] first, int[] second) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < first.length && j < second.length) {
      if (first[i] == second[j]) {
        common++;
        i++;
        j++;
      } else if (first[i] < second[j]) {
        i++;
      } else {
        j++;
      }
    }
    return common;
  }
}
