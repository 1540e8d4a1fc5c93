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
    CommonNeighbours common = CommonNeighbours.of(neighbours);
    WeightedGraph.Builder overlap = new WeightedGraph.Builder(graph.vertices());
    for (int edge = 0; edge < graph.edges(); edge++) {
      int first = graph.first(edge);
      int second = graph.second(edge);
      double factor =
          (common.count(first, second) + 1.0)
              / Math.min(neighbours[first].length, neighbours[second].length);
      overlap.add(first, second, graph.weight(edge) * factor);
    }
    return overlap.build();
  }
}
