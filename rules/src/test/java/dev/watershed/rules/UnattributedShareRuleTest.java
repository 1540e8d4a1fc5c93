package dev.watershed.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.analyzer.WorkloadFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnattributedShareRuleTest {

  private static final UnattributedShareRule RULE = new UnattributedShareRule(0.25, Severity.ERROR);

  @Test
  void firesAboveTheBound() {
    Verdict verdict = RULE.judge(Facts.of(new WorkloadFixture().run(600).user("").run(400)));
    assertThat(verdict.fails()).isTrue();
    assertThat(verdict.violations().get(0).key()).isEqualTo("unattributed-share:fleet");
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
    assertThat(RULE.judge(Facts.of(workload)).violations()).isEmpty();
    assertThat(RULE.judge(Facts.of(workload)).inspected()).isEqualTo(1);
  }

  @Test
  void withoutAnyTimeNothingIsClaimed() {
    Verdict verdict = RULE.judge(Facts.of(new WorkloadFixture()));
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inconclusive()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void theBoundIsAShare(double share) {
    assertThatThrownBy(() -> new UnattributedShareRule(share, Severity.INFO))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
