package dev.watershed.analyzer.index.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.index.trial.TrialHost.Measured;
import dev.watershed.analyzer.index.trial.TrialOutcome.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialOutcomeTest {

  /** Pairs of rows without and with; {@code -} took too long. */
  private static TrialOutcome outcome(boolean used, String... pairs) {
    List<TriedStatement> statements =
        Arrays.stream(pairs)
            .filter(pair -> !pair.isEmpty())
            .map(pair -> pair.split(" ", -1))
            .map(rows -> new TriedStatement(1, measured(rows[0]), measured(rows[1]), false))
            .toList();
    return new TrialOutcome("index-1", Optional.empty(), used, statements, List.of(), 0);
  }

  private static Optional<Measured> measured(String rows) {
    return rows.equals("-")
        ? Optional.empty()
        : Optional.of(new Measured(Long.parseLong(rows), 5, "{}"));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "true,  1000 10,         PROVEN",
    "true,  1000 990,        NO_FEWER_ROWS",
    "true,  1000 1000,       NO_FEWER_ROWS",
    "true,  1000 2000,       MORE_ROWS",
    "false, 1000 1000,       NOT_TAKEN",
    "false, 1000 2000,       MORE_ROWS",
    "true,  - 10,            PROVEN",
    "true,  1000 -,          MORE_ROWS",
    "true,  - -,             NO_FEWER_ROWS",
    "true,  '1000 10;5 5',   PROVEN",
    "true,  '1000 10;5 50',  MORE_ROWS",
    "false, '',              NOT_RUN",
  })
  void rowsDecide(boolean used, String pairs, Verdict verdict) {
    assertThat(outcome(used, pairs.split(";", -1)).verdict()).isEqualTo(verdict);
  }

  @Test
  void onlyWhatWasTriedAndDidNotHelpSpeaksAgainstAnAdvice() {
    assertThat(Verdict.values())
        .filteredOn(Verdict::against)
        .containsExactlyInAnyOrder(
            Verdict.NO_FEWER_ROWS, Verdict.MORE_ROWS, Verdict.NOT_TAKEN, Verdict.NOT_BUILT);
  }

  @Test
  void whatCannotBeBuiltIsNotJudged() {
    TrialOutcome refused =
        new TrialOutcome("index-1", Optional.of("no room"), false, List.of(), List.of(), 1);

    assertThat(refused.verdict()).isEqualTo(Verdict.NOT_BUILT);
  }
}
