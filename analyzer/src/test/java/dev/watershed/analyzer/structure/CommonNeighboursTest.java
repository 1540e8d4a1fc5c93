package dev.watershed.analyzer.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbours that two vertices share. */
class CommonNeighboursTest {

  private static final int VERTICES = 300;

  /** Of 130 vertices, so that one with three neighbours has bits and one with two has none. */
  @Test
  void withBitsAndWithout() {
    int[][] neighbours = new int[130][];
    Arrays.fill(neighbours, new int[0]);
    neighbours[0] = new int[] {5, 64, 129};
    neighbours[1] = new int[] {5, 63, 64, 128};
    neighbours[2] = new int[] {5, 129};
    neighbours[3] = new int[] {64, 129};
    CommonNeighbours common = CommonNeighbours.of(neighbours);
    assertThat(common.count(0, 1)).as("both bits").isEqualTo(2);
    assertThat(common.count(0, 2)).as("bits and none").isEqualTo(2);
    assertThat(common.count(2, 1)).as("none and bits").isEqualTo(1);
    assertThat(common.count(2, 3)).as("neither").isEqualTo(1);
    assertThat(common.count(3, 4)).isZero();
  }

  /** From graphs in which no vertex has bits, over those in which some have, to dense ones. */
  @Tag("long")
  @ParameterizedTest
  @ValueSource(doubles = {0.002, 0.01, 0.02, 0.05, 0.5, 1})
  void theyAreThoseThatSetsShare(double density) {
    Random random = new Random(Double.hashCode(density));
    List<TreeSet<Integer>> sets = new ArrayList<>();
    for (int vertex = 0; vertex < VERTICES; vertex++) {
      sets.add(new TreeSet<>());
    }
    for (int one = 0; one < VERTICES; one++) {
      for (int other = one + 1; other < VERTICES; other++) {
        if (random.nextDouble() < density) {
          sets.get(one).add(other);
          sets.get(other).add(one);
        }
      }
    }
    CommonNeighbours common =
        CommonNeighbours.of(
            sets.stream()
                .map(set -> set.stream().mapToInt(each -> each).toArray())
                .toArray(int[][]::new));
    for (int one = 0; one < VERTICES; one++) {
      for (int other = 0; other < VERTICES; other++) {
        TreeSet<Integer> both = new TreeSet<>(sets.get(one));
        both.retainAll(sets.get(other));
        assertThat(common.count(one, other)).as("%d and %d", one, other).isEqualTo(both.size());
      }
    }
    assertThat(sets.stream().mapToInt(TreeSet::size).sum()).isPositive();
  }
}
