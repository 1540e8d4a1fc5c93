package dev.watershed.analyzer.index.selection;

import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorthTest {

  private static final StatisticTable TABLE =
      table("t").numbers("a", "b").rows(100_000, 1_000).make();
  private static final Workbench WORKBENCH =
      Workbench.of(
          Servers.server(
              Servers.MYSQL,
              List.of(TABLE),
              List.of(reading("t").where(is("a")).selectAll().called(100))));

  /**
   * A tenth of what its statements cost, or a hundredth of what all do; 0.1 for each of ten seconds
   * and 3 for a call.
   */
  @ParameterizedTest
  @CsvSource({
    "0.01,   1000, 3,    true",
    "0.0099, 9.9,  3,    true",
    "0.0099, 10.1, 3,    false",
    "0.01,   1000, 2.99, false",
  })
  void aGainIsAPartOfWhatIsSpent(
      double partOfAll, double timesAsMuchToday, double ofCall, boolean pays) {
    double gain = partOfAll * WORKBENCH.objective(Set.of());
    Worth worth = new Worth(WORKBENCH, AdvisorOptions.DEFAULTS, 10);

    assertThat(worth.pays(new Chosen.Change(gain, 1, gain * timesAsMuchToday, ofCall)))
        .isEqualTo(pays);
  }

  @ParameterizedTest
  @CsvSource({"1, true", "0.99, false"})
  void aGainIsSomethingForEachSecond(double gain, boolean pays) {
    Worth worth = new Worth(WORKBENCH, AdvisorOptions.DEFAULTS, 10);

    assertThat(worth.pays(new Chosen.Change(gain, 1, gain, 3))).isEqualTo(pays);
  }

  @Test
  void whatWasRefusedComesBackInItsOrderAndOnce() {
    Refusals<String> refusals = new Refusals<>(9);
    refusals.add(7, "first");
    refusals.add(2, "second");
    refusals.add(5, "third");
    BitSet some = new BitSet();
    some.set(2);
    some.set(3);
    some.set(7);

    assertThat(refusals.withdraw(some)).containsExactly("first", "second");
    assertThat(refusals.withdraw(some)).isEmpty();
  }
}
