package dev.watershed.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.Agreements;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetP95RuleTest {

  private static final Rule RULE =
      BudgetP95Rule.KIND.maker().apply(new RuleSettings(Severity.ERROR, Map.of()));

  @Test
  void firesAboveTheBudgetWithItsEvidence() {
    Verdict verdict =
        judge(
            web().run(FleetFactsFixture.times(90, 1_000)).run(FleetFactsFixture.times(10, 50_000)));
    assertThat(verdict.fails()).isTrue();
    Violation violation = verdict.violations().get(0);
    assertThat(violation.key().text()).isEqualTo("budget-p95:web");
    assertThat(violation.services()).containsExactly("web");
    assertThat(violation.message()).contains("above the budget of 10 ms");
    assertThat(violation.evidence())
        .contains(Evidence.of("calls", 100), Evidence.of("budgetP95Millis", 10.0));
    assertThat(verdict.inspected()).isEqualTo(1);
  }

  /** The slowest twentieth may be slow; others may be slow; a budget may be of somebody else. */
  @ParameterizedTest
  @CsvSource({"96, 4, web", "0, 100, batch"})
  void doesNotFireWithinTheBudget(int fast, int slow, String user) {
    WorkloadFixture workload = web().run(FleetFactsFixture.times(100, 1_000)).user(user);
    Verdict verdict =
        judge(
            workload
                .run(FleetFactsFixture.times(fast, 1_000))
                .run(FleetFactsFixture.times(slow, 50_000)));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inconclusive()).isEmpty();
    assertThat(verdict.inspected()).isEqualTo(1);
  }

  @Test
  void whatCannotBeKnownIsNoPass() {
    assertUnknown(new WorkloadFixture().user("batch").run(1), "no statement of this service");
    assertUnknown(
        web().run(FleetFactsFixture.times(39, 50_000)), "39 calls in the span; 40 are needed");
    assertUnknown(
        web().longQueryTime(OptionalDouble.of(0.5)).run(FleetFactsFixture.times(100, 900_000)),
        "long_query_time hides fast statements");
    assertUnknown(
        web().longQueryTime(OptionalDouble.empty()).run(FleetFactsFixture.times(100, 50_000)),
        "fast statements are probably missing");
  }

  @Test
  void aLogThatSeemsToHideFastStatementsMayStillPass() {
    Verdict verdict =
        judge(web().longQueryTime(OptionalDouble.empty()).run(FleetFactsFixture.times(100, 5_000)));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inspected()).isEqualTo(1);
  }

  @Test
  void withoutBudgetsItDoesNotApply() {
    assertThat(RULE.judge(new FleetFactsFixture(web().run(1)).build()))
        .isEqualTo(Verdict.nothingConfigured());
  }

  private static void assertUnknown(WorkloadFixture workload, String reason) {
    Verdict verdict = judge(workload);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inspected()).isZero();
    assertThat(verdict.inconclusive()).hasSize(1);
    assertThat(verdict.inconclusive().get(0).reason()).contains(reason);
  }

  private static Verdict judge(WorkloadFixture workload) {
    return RULE.judge(
        new FleetFactsFixture(workload)
            .agreed(new Agreements(List.of(Budget.ofP95("web", 10)), List.of()))
            .build());
  }

  private static WorkloadFixture web() {
    return new WorkloadFixture().user("web").statement("SELECT * FROM orders WHERE id = 1");
  }
}
