package dev.watershed.analyzer.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.StatementKind;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.sql.facts.StatementFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class UnderstandingCoverageTest {

  private static WeightedStatement statement(
      long digest, StatementKind kind, boolean parsed, double calls, double seconds) {
    List<FactIssue> issues =
        parsed ? List.of() : List.of(new FactIssue(FactIssue.Reason.UNPARSED, "word" + digest));
    return new WeightedStatement(
        digest,
        Optional.empty(),
        new StatementFacts(kind, parsed, List.of(), List.of(), List.of(), List.of(), issues),
        calls,
        seconds,
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  @Test
  void weighsInThreeWays() {
    UnderstandingCoverage coverage =
        UnderstandingCoverage.of(
            List.of(
                statement(1, StatementKind.SELECT, true, 60, 9),
                statement(2, StatementKind.UPDATE, false, 30, 0.5),
                statement(3, StatementKind.SELECT, false, 10, 0.5)));
    assertThat(coverage.callShare()).isCloseTo(0.6, within(1e-9));
    assertThat(coverage.timeShare()).isCloseTo(0.9, within(1e-9));
    assertThat(coverage.digestShare()).isCloseTo(1.0 / 3, within(1e-9));
    assertThat(coverage.issues())
        .containsExactly(new UnderstandingCoverage.Count(FactIssue.Reason.UNPARSED, 2, 2, "word2"));
  }

  @Test
  void leavesOutWhatHasNoRows() {
    UnderstandingCoverage coverage =
        UnderstandingCoverage.of(
            List.of(
                statement(1, StatementKind.SELECT, false, 1, 1),
                statement(2, StatementKind.SET, true, 99, 99)));
    assertThat(coverage.callShare()).isZero();
  }

  @Test
  void isWholeWhereThereIsNothing() {
    assertThat(UnderstandingCoverage.of(List.of()).digestShare()).isEqualTo(1);
  }
}
