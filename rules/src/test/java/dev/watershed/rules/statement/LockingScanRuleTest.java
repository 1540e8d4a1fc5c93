package dev.watershed.rules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Violation;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockingScanRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM stock WHERE state = 1 FOR UPDATE         | 4000 | true",
        "SELECT * FROM stock WHERE state = 1 LOCK IN SHARE MODE | 4000 | true",
        "SELECT * FROM stock WHERE id = 1 FOR UPDATE            | 1    | false",
        "SELECT * FROM stock WHERE state = 1                    | 4000 | false",
        "UPDATE stock SET state = 2 WHERE state = 1             | 4000 | false",
      })
  void firesOnLockingReadsOfManyRows(String statement, long examined, boolean fires) {
    WorkloadFixture workload =
        new WorkloadFixture().statement(statement).rows(1, examined).run(1, 2, 3, 4, 5);
    workload.lockMicros(2_000_000).run(6);
    List<Violation> violations =
        Judging.judge(LockingScanRule.KIND, new FleetFactsFixture(workload).build()).violations();
    assertThat(violations).hasSize(fires ? 1 : 0);
    if (fires) {
      assertThat(violations.get(0).evidence())
          .contains(
              Evidence.of("rowsExaminedPerCall", (double) examined),
              Evidence.of("lockTimeSeconds", 2.0));
    }
  }
}
