package dev.watershed.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullScansRuleTest {

  private static final FullScansRule RULE =
      new FullScansRule(new FullScansRule.Thresholds(10, 0.1, 0.5, 1_000), Severity.WARNING);

  @ParameterizedTest(name = "{0} of 10 calls scan, {1} rows examined for {2} sent: {3}")
  @CsvSource({
    "10, 50,    10, true",
    "5,  50,    10, true",
    "4,  50,    10, false",
    "0,  10000, 10, true",
    "0,  9990,  10, false",
    "0,  10000, 0,  true",
    "0,  900,   0,  false",
    "0,  0,     0,  false",
  })
  void firesOnScansAndOnManyRowsExamined(int scans, long examined, long sent, boolean fires) {
    WorkloadFixture workload = slow().rows(sent, examined);
    workload.fullScan(true).run(Facts.times(scans, 20_000));
    workload.fullScan(false).run(Facts.times(10 - scans, 20_000));
    Verdict verdict = RULE.judge(Facts.of(workload));
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
    assertThat(verdict.fails()).isFalse();
  }

  @Test
  void theVerdictNamesTheDigestItsServicesAndItsFigures() {
    WorkloadFixture workload = slow().rows(1, 2_000).fullScan(true).run(Facts.times(10, 20_000));
    Violation violation = RULE.judge(Facts.of(workload)).violations().get(0);
    assertThat(violation.key()).isEqualTo("full-scans:" + violation.subject());
    assertThat(violation.subject()).matches("[0-9a-f]{16}");
    assertThat(violation.services()).containsExactly("app");
    assertThat(violation.message()).contains("10 of 10 calls").contains("FROM orders");
    assertThat(violation.evidence())
        .contains(Evidence.of("fullScans", 10), Evidence.of("rowsExamined", 20_000));
  }

  @Test
  void whatTheServerMayNotLogIsNotNamed() {
    Violation writes =
        RULE.judge(Facts.of(slow().rows(0, 2_000).run(Facts.times(10, 20_000))))
            .violations()
            .get(0);
    assertThat(writes.message())
        .startsWith("2000 rows examined per call, and none sent: ")
        .doesNotContain("scan");
    assertThat(writes.evidence()).noneMatch(evidence -> evidence.figure().equals("fullScans"));
  }

  /** Nine calls, or ten that take less than 0.1 s together. */
  @ParameterizedTest
  @CsvSource({"9, 20000", "10, 9999"})
  void belowTheFloorNothingIsJudged(int calls, long micros) {
    WorkloadFixture workload = slow().rows(1, 99_999).run(Facts.times(calls, micros));
    Verdict verdict = RULE.judge(Facts.of(workload));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inspected()).isZero();
    assertThat(verdict.inconclusive()).hasSize(1);
    assertThat(verdict.inconclusive().get(0).reason()).contains("no statement of the span");
  }

  private static WorkloadFixture slow() {
    return new WorkloadFixture().statement("SELECT * FROM orders WHERE state = 1");
  }
}
