package dev.watershed.analyzer.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.saying.Saying;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeJudgeTest {

  private static final String ADVICE = "index-0123456789";
  private static final String FINDING = "0123456789abcdef";

  private static Optional<KnownFinding> finding(String id, double weight) {
    return Optional.of(
        new KnownFinding(
            id, "add", Saying.verbatim("title"), List.of(), weight, List.of(), List.of()));
  }

  private static Decision decision(String id) {
    return new Decision(
        id,
        DecisionState.DONE,
        Optional.empty(),
        "core",
        LocalDate.parse("2026-11-03"),
        "why",
        Optional.empty());
  }

  private static MeasuredDigest digest(
      double predictedAfter, double rows, double micros, long calls) {
    return new MeasuredDigest(
        new KnownFinding.Prediction(1, 1_000, predictedAfter),
        new MeasuredDigest.Side(100, OptionalDouble.of(1_000), OptionalDouble.of(1_000)),
        new MeasuredDigest.Side(calls, OptionalDouble.of(rows), OptionalDouble.of(micros)));
  }

  @ParameterizedTest(name = "{0} rows predicted, {1} measured, {2} µs, {3} calls: {4}")
  @CsvSource({
    "10,    12,    100,   50, HELPED",
    "10,    505,   900,   50, HELPED",
    "10,    520,   900,   50, HELPED_IN_PART",
    "10,    900,   100,   50, NO_CHANGE",
    "10,    1250,  100,   50, WORSE",
    "10,    12,    100,   19, UNKNOWN",
    "1000,  1000,  500,   50, HELPED",
    "1000,  1000,  900,   50, NO_CHANGE",
    "1000,  1000,  1300,  50, WORSE",
  })
  void anAdviceIsJudgedByItsStatements(
      double predicted, double rows, double micros, long calls, Outcome outcome) {
    MeasuredDecision measured =
        OutcomeJudge.judge(
            decision(ADVICE),
            finding(ADVICE, 5),
            Optional.empty(),
            List.of(digest(predicted, rows, micros, calls)));
    assertThat(measured.outcome()).isEqualTo(outcome);
  }

  @ParameterizedTest(name = "weight {0}: {1}")
  @CsvSource({"5, HELPED", "7, HELPED_IN_PART", "9, NO_CHANGE", "13, WORSE"})
  void aFindingIsJudgedByItsWeight(double weight, Outcome outcome) {
    assertThat(judge(FINDING, finding(FINDING, weight)).outcome()).isEqualTo(outcome);
    assertThat(judge(FINDING, Optional.empty()).outcome()).isEqualTo(Outcome.HELPED);
  }

  @Test
  void whatIsStillAdvisedWasNotCarriedOutAndWhatWasNotThereIsUnknown() {
    assertThat(judge(ADVICE, finding(ADVICE, 1)).outcome()).isEqualTo(Outcome.NOT_CARRIED_OUT);
    MeasuredDecision measured =
        OutcomeJudge.judge(decision(ADVICE), Optional.empty(), finding(ADVICE, 1), List.of());
    assertThat(measured.outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void saysWhyAnAdviceIsUnknown() {
    MeasuredDecision seldom =
        OutcomeJudge.judge(
            decision(ADVICE),
            finding(ADVICE, 10),
            Optional.empty(),
            List.of(digest(10, 12, 100, 19)));
    assertThat(seldom.reason()).contains("none of its statements ran 20");
    MeasuredDecision drop = judge(ADVICE, Optional.empty());
    assertThat(drop.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(drop.reason()).isEqualTo("the advice names no statement: nothing to compare with");
  }

  private static MeasuredDecision judge(String id, Optional<KnownFinding> head) {
    return OutcomeJudge.judge(decision(id), finding(id, 10), head, List.of());
  }
}
