package dev.watershed.analyzer.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommunitiesTest {

  /** Two cliques of four and a bridge; the last vertex has no edge. */
  private static WeightedGraph cliques(int[] names) {
    WeightedGraph.Builder graph = new WeightedGraph.Builder(9);
    for (int first = 0; first < 4; first++) {
      for (int second = first + 1; second < 4; second++) {
        graph.add(names[first], names[second], 1).add(names[first + 4], names[second + 4], 1);
      }
    }
    return graph.add(names[3], names[4], 1).build();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aBridgeParts(long seed) {
    int[] parts = Communities.of(cliques(new int[] {0, 1, 2, 3, 4, 5, 6, 7}), 1, seed);
    assertThat(parts).containsExactly(0, 0, 0, 0, 1, 1, 1, 1, Communities.NONE);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void otherNumbersOfVerticesGiveTheSameParts(long seed) {
    int[] names = new Random(seed).ints(0, 9).distinct().limit(9).toArray();
    int[] parts = Communities.of(cliques(names), 1, seed);
    for (int first = 0; first < 8; first++) {
      for (int second = 0; second < 8; second++) {
        assertThat(parts[names[first]] == parts[names[second]]).isEqualTo(first / 4 == second / 4);
      }
    }
    assertThat(parts[names[8]]).isEqualTo(Communities.NONE);
  }

  /** No partition of six vertices is better than what is found. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noPartitionOfASmallGraphIsBetter(long seed) {
    Random random = new Random(seed);
    WeightedGraph.Builder builder = new WeightedGraph.Builder(6);
    for (int vertex = 1; vertex < 6; vertex++) {
      builder.add(vertex, random.nextInt(vertex), 1 + random.nextInt(3));
      builder.add(vertex, random.nextInt(6), 1 + random.nextInt(3));
    }
    WeightedGraph graph = builder.build();
    double best = -1;
    for (int code = 0; code < 46_656; code++) {
      int[] parts = new int[6];
      for (int vertex = 0, rest = code; vertex < 6; vertex++, rest /= 6) {
        parts[vertex] = rest % 6;
      }
      best = Math.max(best, Communities.modularity(graph, parts, 1));
    }
    double found = -1;
    for (int run = 0; run < 10; run++) {
      found = Math.max(found, Communities.modularity(graph, Communities.of(graph, 1, run), 1));
    }
    assertThat(found).isCloseTo(best, within(1e-9));
  }

  @Test
  void stabilityIsTheShareOfPairsThatStay() {
    int[] parts = {0, 0, 0, 1, -1};
    assertThat(Stability.ofParts(parts, 2, List.of(parts, new int[] {0, 0, 1, 1, -1})))
        .containsExactly(new double[] {(3 + 1) / 6.0, 1}, within(1e-9));
  }

  @Test
  void edgesWithCommonNeighboursWeighMore() {
    WeightedGraph overlap = Overlap.of(cliques(new int[] {0, 1, 2, 3, 4, 5, 6, 7}));
    for (int edge = 0; edge < overlap.edges(); edge++) {
      boolean bridge = overlap.first(edge) == 3 && overlap.second(edge) == 4;
      assertThat(overlap.weight(edge)).isCloseTo(bridge ? 0.25 : 1, within(1e-9));
    }
  }
}
