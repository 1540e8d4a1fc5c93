package dev.watershed.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockWaitShareRuleTest {

  @ParameterizedTest
  @CsvSource({"210, 0, true", "200, 0, false", "210, 1000000, false"})
  void firesWhereMuchOfTheTimeIsWaiting(long lockMicros, long othersMicros, boolean fires) {
    WorkloadFixture workload =
        new WorkloadFixture().lockMicros(lockMicros).run(1_000).lockMicros(0).user("other");
    Verdict verdict =
        Judging.judge(
            LockWaitShareRule.KIND, new FleetFactsFixture(workload.run(othersMicros)).build());
    assertThat(verdict.inspected()).isPositive();
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
    if (fires) {
      assertThat(verdict.violations().get(0).message())
          .isEqualTo("21.0 % of its execution time is waiting for locks");
      assertThat(verdict.violations().get(0).evidence())
          .contains(Evidence.of("lockTimeShare", 0.21));
    }
  }
}
