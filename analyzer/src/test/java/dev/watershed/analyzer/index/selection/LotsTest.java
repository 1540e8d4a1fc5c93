package dev.watershed.analyzer.index.selection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.RandomServers;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LotsTest {

  private static final int MOST = 4;

  @Test
  void everyBundleIsInOneLotAndLotsShareNothing() {
    int several = 0;
    for (int seed = 0; seed < 60; seed++) {
      Workbench workbench = Workbench.of(RandomServers.of(seed, 12, 2));
      List<List<Integer>> lots = Lots.of(workbench, MOST);

      assertThat(lots.stream().flatMap(List::stream).sorted())
          .as("bundles of seed %d", seed)
          .containsExactlyElementsOf(
              IntStream.range(0, workbench.bundles().size()).boxed().toList());
      assertThat(lots).hasSizeLessThanOrEqualTo(MOST);
      assertShareNothing(workbench, lots);
      several += lots.size() > 1 ? 1 : 0;
    }
    assertThat(several).isPositive();
  }

  private static void assertShareNothing(Workbench workbench, List<List<Integer>> lots) {
    Map<Integer, Set<Integer>> lotsOfStatement = new HashMap<>();
    Map<TableFigures, Set<Integer>> lotsOfTable = new HashMap<>();
    for (int lot = 0; lot < lots.size(); lot++) {
      for (int number : lots.get(lot)) {
        Bundle bundle = workbench.bundles().get(number);
        for (int statement : bundle.served()) {
          lotsOfStatement.computeIfAbsent(statement, key -> new HashSet<>()).add(lot);
        }
        for (int member : bundle.members()) {
          lotsOfTable
              .computeIfAbsent(workbench.candidates().get(member).table(), key -> new HashSet<>())
              .add(lot);
        }
      }
    }
    assertThat(lotsOfStatement.values()).allMatch(in -> in.size() == 1);
    assertThat(lotsOfTable.values()).allMatch(in -> in.size() == 1);
  }
}
