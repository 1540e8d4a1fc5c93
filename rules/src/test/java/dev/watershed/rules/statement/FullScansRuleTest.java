package dev.watershed.rules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FullScansRuleTest {

  private static final Rule RULE =
      FullScansRule.KIND
          .maker()
          .apply(new RuleSettings(Severity.WARNING, Map.of(StatementFloor.MIN_CALLS, 10.0)));

  @ParameterizedTest(name = "{0} of 10 calls scan: {1}")
  @CsvSource({"10, true", "5, true", "4, false", "0, false"})
  void firesWhereManyCallsScan(int scans, boolean fires) {
    Verdict verdict = judge(scanning(scans));
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
    assertThat(verdict.fails()).isFalse();
  }

  @Test
  void theVerdictNamesTheDigestItsServicesAndItsFigures() {
    Violation violation = judge(scanning(10)).violations().get(0);
    assertThat(violation.key().text()).matches("full-scans:app:orders:[0-9a-f]{16}");
    assertThat(violation.subject()).matches("[0-9a-f]{16}");
    assertThat(violation.services()).containsExactly("app");
    assertThat(violation.message()).contains("10 of 10 calls").contains("FROM orders");
    assertThat(violation.evidence())
        .contains(Evidence.of("fullScans", 10), Evidence.of("calls", 10));
  }

  /** Another list of columns is the same shape, and one violation. */
  @Test
  void statementsOfOneShapeAreOneViolation() {
    WorkloadFixture workload = scanning(10).statement("SELECT id, a FROM orders WHERE state = 1");
    Verdict verdict = judge(workload.fullScan(true).run(FleetFactsFixture.times(10, 20_000)));
    assertThat(verdict.inspected()).isEqualTo(2);
    assertThat(verdict.violations()).hasSize(1);
    assertThat(verdict.violations().get(0).alike()).isEqualTo(1);
  }

  /** Who sends a tenth and more of a statement answers for it. */
  @Test
  void eachServiceThatSendsItIsToldApart() {
    WorkloadFixture workload = scanning(10).user("other").run(FleetFactsFixture.times(2, 20_000));
    workload.user("third").run(20_000);
    assertThat(judge(workload).violations())
        .extracting(violation -> violation.services().get(0))
        .containsExactly("app", "other");
  }

  @Test
  void whatWaversRoundItsBoundStaysAViolation() {
    FleetFactsFixture facts = new FleetFactsFixture(scanning(4));
    String key = judge(scanning(10)).violations().get(0).key().text();
    assertThat(RULE.judge(facts.build()).violations()).isEmpty();
    assertThat(RULE.judge(facts.violatedBefore(key).build()).violations()).hasSize(1);
  }

  /** Nine calls, or a thousandth of the time less a little. */
  @ParameterizedTest
  @CsvSource({"9, 20000, 0", "10, 100, 1000000"})
  void belowTheFloorNothingIsJudged(int calls, long micros, long othersMicros) {
    WorkloadFixture workload = slow().fullScan(true).run(FleetFactsFixture.times(calls, micros));
    Verdict verdict = judge(workload.statement("SELECT 1").run(othersMicros));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inspected()).isZero();
    assertThat(verdict.inconclusive()).hasSize(1);
    assertThat(verdict.inconclusive().get(0).reason()).contains("no statement of the span");
  }

  private static WorkloadFixture scanning(int scans) {
    WorkloadFixture workload = slow();
    workload.fullScan(true).run(FleetFactsFixture.times(scans, 20_000));
    return workload.fullScan(false).run(FleetFactsFixture.times(10 - scans, 20_000)).fullScan(true);
  }

  private static Verdict judge(WorkloadFixture workload) {
    return RULE.judge(new FleetFactsFixture(workload).build());
  }

  private static WorkloadFixture slow() {
    return new WorkloadFixture().statement("SELECT * FROM orders WHERE state = 1");
  }
}
