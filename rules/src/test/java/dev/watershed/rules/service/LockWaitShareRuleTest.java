package dev.watershed.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockWaitShareRuleTest {

  @ParameterizedTest
  @CsvSource({"210, 0, true", "200, 0, false", "210, 1000000, false"})
  void firesWhereMuchOfTheTimeIsWaiting(long lockMicros, long othersMicros, boolean fires) {
    WorkloadFixture workload =
        new WorkloadFixture().lockMicros(lockMicros).run(1_000).lockMicros(0).user("other");
    assertThat(
            Judging.judge(
                    LockWaitShareRule.KIND,
                    new FleetFactsFixture(workload.run(othersMicros)).build())
                .violations())
        .hasSize(fires ? 1 : 0);
  }
}
