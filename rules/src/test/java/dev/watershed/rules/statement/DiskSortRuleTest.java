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

class DiskSortRuleTest {

  @ParameterizedTest
  @CsvSource({"10, 10, true", "9, 11, false", "0, 20, false"})
  void firesWhereManyCallsGoToDisk(int onDisk, int inMemory, boolean fires) {
    WorkloadFixture workload =
        new WorkloadFixture()
            .statement("SELECT a, SUM(b) FROM plans GROUP BY a")
            .diskTables(1)
            .run(FleetFactsFixture.times(onDisk, 5_000))
            .diskTables(0)
            .run(FleetFactsFixture.times(inMemory, 5_000));
    List<Violation> violations =
        Judging.judge(DiskSortRule.KIND, new FleetFactsFixture(workload).build()).violations();
    assertThat(violations).hasSize(fires ? 1 : 0);
    if (fires) {
      assertThat(violations.get(0).message())
          .startsWith("10 temporary tables on disk and 0 merge passes in 20 calls");
      assertThat(violations.get(0).evidence())
          .contains(
              Evidence.of("temporaryDiskTables", (long) onDisk),
              Evidence.of("sortMergePasses", 0L));
    }
  }
}
