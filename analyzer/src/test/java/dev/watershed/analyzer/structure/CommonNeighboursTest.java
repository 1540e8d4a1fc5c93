package dev.watershed.analyzer.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neighbours that two vertices share. */
class CommonNeighboursTest {

  private static final int VERTICES = 300;

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
