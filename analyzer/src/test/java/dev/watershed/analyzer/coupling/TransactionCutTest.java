package dev.watershed.analyzer.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TransactionClasses;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionCutTest {

  private static final String[] STATEMENTS = {
    "UPDATE s.t0 SET a = 1", "UPDATE s.t1 SET a = 1", "SELECT a FROM s.t2", "DELETE FROM s.t3"
  };

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("a", List.of(), List.of())
          .tables("s.t0", "s.t1", "s.t2", "s.t3");

  /** Three tables in three parts: pairs would count the transaction three times. */
  @Test
  void eachTransactionCountsOnce() {
    CouplingInput input =
        fixture
            .transaction("a", 50, STATEMENTS[0], STATEMENTS[1], STATEMENTS[2])
            .transaction("a", 20, STATEMENTS[0])
            .server("db")
            .build();
    TransactionCut cut = TransactionCut.of(input, new int[] {0, 1, 2, 3});
    assertThat(cut.crossing()).isCloseTo(0.5, within(1e-9));
    assertThat(cut.writing()).isCloseTo(0.5, within(1e-9));
    assertThat(cut.all()).isCloseTo(0.7, within(1e-9));
    TransactionCut reads = TransactionCut.of(input, new int[] {0, 0, 2, 3});
    assertThat(reads.crossing()).isCloseTo(0.5, within(1e-9));
    assertThat(reads.writing()).isZero();
    int none = TransactionCut.NO_PART;
    assertThat(TransactionCut.of(input, new int[] {0, none, none, none}).crossing()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theCutIsThatOfSetsOfParts(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 10; i++) {
      TreeSet<String> own = new TreeSet<>();
      for (int j = 0; j <= random.nextInt(4); j++) {
        own.add(STATEMENTS[random.nextInt(STATEMENTS.length)]);
      }
      fixture.transaction("a", 1 + random.nextInt(5), own.toArray(String[]::new));
    }
    CouplingInput input = fixture.server("db").build();
    int[] parts = random.ints(4, -1, 3).toArray();
    double crossing = 0;
    TransactionClasses classes = input.transactions();
    for (int row = 0; row < classes.size(); row++) {
      TreeSet<Integer> used = new TreeSet<>();
      for (int use = classes.uses().start(row); use < classes.uses().end(row); use++) {
        used.add(parts[classes.uses().table(use)]);
      }
      used.remove(-1);
      crossing += used.size() > 1 ? classes.transactions(row) / CouplingFixture.SECONDS : 0;
    }
    assertThat(TransactionCut.of(input, parts).crossing()).isCloseTo(crossing, within(1e-9));
  }
}
