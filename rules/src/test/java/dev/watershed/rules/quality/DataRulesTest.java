package dev.watershed.rules.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.workload.IssueReason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataRulesTest {

  /** The server was watched for 1,000 s: 0.27 hours. */
  @ParameterizedTest
  @CsvSource({"24, true", "0.28, true", "0.27, false"})
  void tooShortATime(double minHours, boolean fires) {
    FleetFacts facts = new FleetFactsFixture(new WorkloadFixture().run(1)).build();
    Verdict verdict =
        Judging.judge(ThinDataRule.KIND, facts, Map.of(ThinDataRule.MIN_HOURS, minHours));
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
  }

  @ParameterizedTest
  @CsvSource({"THROTTLED, 11, true", "THROTTLED, 10, false", "INHERITED_SCHEMA, 900, false"})
  void executionsThatWereLost(IssueReason reason, long count, boolean fires) {
    WorkloadFixture workload =
        new WorkloadFixture().run(FleetFactsFixture.times(1_000, 1)).issue(reason, count, 0);
    Verdict verdict = Judging.judge(LostDataRule.KIND, new FleetFactsFixture(workload).build());
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
  }

  @Test
  void withoutStatementsNothingIsKnown() {
    Verdict verdict =
        Judging.judge(LostDataRule.KIND, new FleetFactsFixture(new WorkloadFixture()).build());
    assertThat(verdict.inconclusive()).hasSize(1);
  }
}
