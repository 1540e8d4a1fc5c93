package dev.watershed.reports.review.coupling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaviestTablesTest {

  @ParameterizedTest(name = "{0} at most")
  @ValueSource(ints = {0, 1, 3, 12, 100})
  void areTheFirstOfThoseSortedByCalls(int most) {
    Random random = new Random(most);
    for (int round = 0; round < 200; round++) {
      List<Double> calls =
          random.ints(random.nextInt(60), 1, 20).mapToObj(each -> (double) each).toList();
      HeaviestTables heaviest = new HeaviestTables(most);
      for (int table = 0; table < calls.size(); table++) {
        heaviest.offer(table, calls.get(table));
      }
      assertThat(heaviest.tables())
          .isEqualTo(
              IntStream.range(0, calls.size())
                  .boxed()
                  .sorted(Comparator.<Integer>comparingDouble(calls::get).reversed())
                  .limit(most)
                  .toList());
    }
  }
}
