package dev.watershed.rules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestExplosionRuleTest {

  @ParameterizedTest
  @CsvSource({"51, true", "50, false"})
  void firesOnManyTextsOfOneShape(int texts, boolean fires) {
    WorkloadFixture workload = new WorkloadFixture();
    for (int text = 0; text < texts; text++) {
      workload.statement("SELECT c" + text + " FROM shop.plans WHERE id = 1").run(5_000);
    }
    Verdict verdict = judge(workload);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
    assertThat(verdict.inspected()).isEqualTo(1);
  }

  @Test
  void doesNotFireOnManyDifferentStatements() {
    WorkloadFixture workload = new WorkloadFixture();
    for (int text = 0; text < 100; text++) {
      workload.statement("SELECT a FROM shop.plans" + text + " WHERE id = 1").run(5_000);
    }
    assertThat(judge(workload).violations()).isEmpty();
  }

  private static Verdict judge(WorkloadFixture workload) {
    return Judging.judge(DigestExplosionRule.KIND, new FleetFactsFixture(workload).build());
  }
}
