package dev.watershed.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.Agreements;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Budgets other than the 95th percentile; the service sends 1,000 statements in 1,000 s. */
class BudgetRulesTest {

  /** Of 1,000 statements 20 take 50 ms, and the others, as 600 of another service, 1 ms. */
  @ParameterizedTest
  @CsvSource({
    "budget-p99,    45,   true",
    "budget-p99,    55,   false",
    "budget-share,  0.75, true",
    "budget-share,  0.78, false",
    "budget-rate,   0.9,  true",
    "budget-rate,   1.1,  false",
    "budget-errors, 0.01, true",
    "budget-errors, 0.03, false",
  })
  void firesAboveTheBudget(String rule, double bound, boolean fires) {
    Verdict verdict = judge(rule, bound);
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
  }

  @Test
  void theErrorBudgetMayBeSpentManyTimes() {
    assertThat(judge("budget-p99", 40).violations().get(0).evidence())
        .contains(Evidence.of("slowerShare", 0.02), Evidence.of("errorBudgetSpent", 2.0));
  }

  @Test
  void withoutBudgetsTheyDoNotApply() {
    Stream.of(BudgetP99Rule.KIND, BudgetShareRule.KIND, BudgetRateRule.KIND, BudgetErrorsRule.KIND)
        .forEach(
            kind ->
                assertThat(
                        Judging.judge(
                            kind,
                            new FleetFactsFixture(load())
                                .agreed(new Agreements(List.of(Budget.ofP95("web", 1)), List.of()))
                                .build()))
                    .as(kind.name())
                    .isEqualTo(Verdict.nothingConfigured()));
  }

  /** A plain slow log shows no error: a share of 0 is what nobody counted. */
  @Test
  void whereNoErrorWasCountedTheyAreNotJudged() {
    Verdict verdict =
        judge("budget-errors", 0.005, new FleetFactsFixture(load(false)).errorsUncounted("web"));
    assertThat(verdict.inspected()).isZero();
    assertThat(verdict.inconclusive())
        .singleElement()
        .satisfies(each -> assertThat(each.reason()).contains("may not count errors"));
  }

  /** Of its 1,000 statements 20 fail, and others that fail on another server nobody counts. */
  @ParameterizedTest
  @CsvSource({"0.01, 1, 1, 0", "0.03, 0, 0, 1"})
  void whatOnlySomeSourcesCountIsTheLeast(
      double bound, int inspected, int violated, int inconclusive) {
    Verdict verdict =
        judge("budget-errors", bound, new FleetFactsFixture(load()).errorsUncounted("web"));
    assertThat(verdict.inspected()).isEqualTo(inspected);
    assertThat(verdict.violations()).hasSize(violated);
    assertThat(verdict.inconclusive()).hasSize(inconclusive);
  }

  /** The counters of a server show every error. */
  @Test
  void whereErrorsAreCountedNoneIsWithinEveryBudget() {
    Verdict verdict =
        judge("budget-errors", 0.005, new FleetFactsFixture(load(false)).errorsUncounted("batch"));
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inconclusive()).isEmpty();
  }

  private static Verdict judge(String rule, double bound) {
    return judge(rule, bound, new FleetFactsFixture(load()));
  }

  private static Verdict judge(String rule, double bound, FleetFactsFixture facts) {
    RuleKind kind =
        Stream.of(
                BudgetP99Rule.KIND,
                BudgetShareRule.KIND,
                BudgetRateRule.KIND,
                BudgetErrorsRule.KIND)
            .filter(each -> each.name().equals(rule))
            .findFirst()
            .orElseThrow();
    Budget budget =
        new Budget(
            "web",
            OptionalDouble.empty(),
            of(rule, "budget-p99", bound),
            of(rule, "budget-share", bound),
            of(rule, "budget-rate", bound),
            of(rule, "budget-errors", bound));
    return Judging.judge(kind, facts.agreed(new Agreements(List.of(budget), List.of())).build());
  }

  private static OptionalDouble of(String rule, String name, double bound) {
    return rule.equals(name) ? OptionalDouble.of(bound) : OptionalDouble.empty();
  }

  private static WorkloadFixture load() {
    return load(true);
  }

  private static WorkloadFixture load(boolean fails) {
    return new WorkloadFixture()
        .user("web")
        .statement("SELECT a FROM plans WHERE id = 1")
        .run(FleetFactsFixture.times(980, 1_000))
        .fails(fails)
        .run(FleetFactsFixture.times(20, 50_000))
        .fails(false)
        .user("batch")
        .run(FleetFactsFixture.times(600, 1_000));
  }
}
