package dev.watershed.rules.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnattributedShareRuleTest {

  private static final Rule RULE = rule(0.25);

  @Test
  void firesAboveTheBound() {
    Verdict verdict = RULE.judge(facts(new WorkloadFixture().run(600).user("").run(400)));
    assertThat(verdict.fails()).isTrue();
    assertThat(verdict.violations().get(0).key().text()).isEqualTo("unattributed-share");
    assertThat(verdict.violations().get(0).message())
        .isEqualTo("40.0 % of the execution time is of no service; at most 25.0 % may be");
    assertThat(verdict.violations().get(0).evidence())
        .contains(Evidence.of("unattributedShare", 0.4));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 249, 250})
  void doesNotFireUpToTheBound(long unattributedMicros) {
    WorkloadFixture workload =
        new WorkloadFixture().run(1_000 - unattributedMicros).user("").run(unattributedMicros);
    assertThat(RULE.judge(facts(workload)).violations()).isEmpty();
    assertThat(RULE.judge(facts(workload)).inspected()).isEqualTo(1);
  }

  @Test
  void withoutAnyTimeNothingIsClaimed() {
    Verdict verdict = RULE.judge(facts(new WorkloadFixture()));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inconclusive()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void theBoundIsAShare(double share) {
    assertThatThrownBy(() -> rule(share)).isInstanceOf(IllegalArgumentException.class);
  }

  /** What was above the bound stays so until it is well below it. */
  @Test
  void aShareThatWaversDoesNotFlicker() {
    WorkloadFixture workload = new WorkloadFixture().run(760).user("").run(240);
    FleetFactsFixture facts = new FleetFactsFixture(workload);
    assertThat(RULE.judge(facts.build()).violations()).isEmpty();
    facts.violatedBefore("unattributed-share");
    assertThat(RULE.judge(facts.build()).violations()).hasSize(1);
  }

  private static FleetFacts facts(WorkloadFixture workload) {
    return new FleetFactsFixture(workload).build();
  }

  private static Rule rule(double maxShare) {
    return UnattributedShareRule.KIND
        .maker()
        .apply(new RuleSettings(Severity.ERROR, Map.of(UnattributedShareRule.MAX_SHARE, maxShare)));
  }
}
