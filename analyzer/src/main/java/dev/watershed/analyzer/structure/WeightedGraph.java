package dev.watershed.analyzer.structure;

import java.util.Arrays;
import org.eclipse.collections.impl.map.mutable.primitive.LongDoubleHashMap;

/**
 * An undirected graph with weights and without loops. Edges are in the order of their ends, the
 * lesser end first.
 */
final class WeightedGraph {

  private final int vertices;
  private final long[] ends;
  private final double[] weights;

  private WeightedGraph(int vertices, long[] ends, double[] weights) {
    this.vertices = vertices;
    this.ends = ends;
    this.weights = weights;
  }

  /** Sums up weights. */
  static final class Builder {

    private final int vertices;
    private final LongDoubleHashMap weights = new LongDoubleHashMap();

    Builder(int vertices) {
      this.vertices = vertices;
    }

    /** Adds to the weight of an edge; a loop and a weight of 0 are passed over. */
    Builder add(int one, int other, double weight) {
      if (one < 0 || other < 0 || one >= vertices || other >= vertices || !(weight >= 0)) {
        throw new IllegalArgumentException(
            "edge " + one + " – " + other + " of weight " + weight + ", vertices " + vertices);
      }
      if (one != other && weight > 0) {
        weights.addToValue(
            (long) Math.min(one, other) << Integer.SIZE | Math.max(one, other), weight);
      }
      return this;
    }

    /** Adds another graph with each of its weights times a factor. */
    Builder add(WeightedGraph graph, double factor) {
      for (int edge = 0; edge < graph.edges(); edge++) {
        add(graph.first(edge), graph.second(edge), graph.weight(edge) * factor);
      }
      return this;
    }

    WeightedGraph build() {
      long[] ends = weights.keySet().toArray();
      Arrays.sort(ends);
      return new WeightedGraph(
          vertices, ends, Arrays.stream(ends).mapToDouble(weights::get).toArray());
    }
  }

  /** How many vertices there are, with those that have no edge. */
  int vertices() {
    return vertices;
  }

  /** How many edges there are. */
  int edges() {
    return ends.length;
  }

  /** The lesser end of an edge. */
  int first(int edge) {
    return (int) (ends[edge] >>> Integer.SIZE);
  }

  /** The greater end of an edge. */
  int second(int edge) {
    return (int) ends[edge];
  }

  /** The weight of an edge, above 0. */
  double weight(int edge) {
    return weights[edge];
  }

  /** The sum of the weights of the edges of each vertex. */
  double[] volumes() {
    double[] volumes = new double[vertices];
    for (int edge = 0; edge < edges(); edge++) {
      volumes[first(edge)] += weights[edge];
      volumes[second(edge)] += weights[edge];
    }
    return volumes;
  }

  /** The neighbours of each vertex, ascending, as edges are in the order of their ends. */
  int[][] neighbours() {
    int[] degrees = new int[vertices];
    for (int edge = 0; edge < edges(); edge++) {
      degrees[first(edge)]++;
      degrees[second(edge)]++;
    }
    int[][] neighbours = new int[vertices][];
    for (int vertex = 0; vertex < vertices; vertex++) {
      neighbours[vertex] = new int[degrees[vertex]];
    }
    int[] filled = new int[vertices];
    for (int edge = 0; edge < edges(); edge++) {
      neighbours[first(edge)][filled[first(edge)]++] = second(edge);
      neighbours[second(edge)][filled[second(edge)]++] = first(edge);
    }
    return neighbours;
  }
}
