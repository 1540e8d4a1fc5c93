package dev.watershed.analyzer.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightedGraphTest {

  private static List<String> edges(WeightedGraph graph) {
    List<String> edges = new ArrayList<>();
    for (int edge = 0; edge < graph.edges(); edge++) {
      edges.add(graph.first(edge) + " " + graph.second(edge) + " " + graph.weight(edge));
    }
    return edges;
  }

  @Test
  void weightsOfEitherDirectionAddUpAndLoopsAreNone() {
    WeightedGraph graph =
        new WeightedGraph.Builder(4).add(2, 0, 1).add(0, 2, 0.5).add(1, 1, 9).add(3, 1, 0).build();
    assertThat(edges(graph)).containsExactly("0 2 1.5");
    assertThat(graph.volumes()).containsExactly(1.5, 0, 1.5, 0);
    assertThat(edges(new WeightedGraph.Builder(4).add(graph, 2).add(0, 1, 1).build()))
        .containsExactly("0 1 1.0", "0 2 3.0");
  }

  /** Against sets that are in order. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void edgesAndNeighboursAreInOrder(int seed) {
    Random random = new Random(seed);
    WeightedGraph.Builder builder = new WeightedGraph.Builder(1_000);
    TreeMap<Integer, TreeSet<Integer>> expected = new TreeMap<>();
    for (int i = 0; i < 3_000; i++) {
      int one = random.nextInt(1_000);
      int other = (one + 1 + random.nextInt(999)) % 1_000;
      builder.add(one, other, 1);
      expected.computeIfAbsent(one, unused -> new TreeSet<>()).add(other);
      expected.computeIfAbsent(other, unused -> new TreeSet<>()).add(one);
    }
    WeightedGraph graph = builder.build();
    List<String> ends = new ArrayList<>();
    expected.forEach(
        (one, others) -> others.tailSet(one, false).forEach(other -> ends.add(one + " " + other)));
    assertThat(edges(graph).stream().map(edge -> edge.substring(0, edge.lastIndexOf(' '))))
        .containsExactlyElementsOf(ends);
    int[][] neighbours = graph.neighbours();
    for (int vertex = 0; vertex < 1_000; vertex++) {
      assertThat(neighbours[vertex])
          .containsExactly(expected.getOrDefault(vertex, new TreeSet<>()).toArray(Integer[]::new));
    }
  }

  @ParameterizedTest
  @CsvSource({"-1, 0, 1", "0, -1, 1", "2, 0, 1", "0, 2, 1", "0, 1, -1", "0, 1, NaN"})
  void whatIsNoEdgeIsRefused(int one, int other, double weight) {
    WeightedGraph.Builder builder = new WeightedGraph.Builder(2);
    assertThatIllegalArgumentException().isThrownBy(() -> builder.add(one, other, weight));
  }
}
