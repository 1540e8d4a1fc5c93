package dev.watershed.rules.statement;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnboundedReadRuleTest {

  /** An export runs a few times only. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a FROM shop.plans              | 30 | true",
        "SELECT a FROM shop.plans ORDER BY a   | 30 | true",
        "SELECT a FROM shop.plans              | 3  | false",
        "SELECT COUNT(*) FROM shop.plans       | 30 | false",
        "SELECT DISTINCT a FROM shop.plans     | 30 | false",
        "SELECT a FROM shop.plans LIMIT 10     | 30 | false",
        "SELECT a FROM shop.plans WHERE a > 1  | 30 | false",
        "SELECT a FROM shop.areas              | 30 | false",
      })
  void firesOnReadsOfEveryRowOfALargeTable(String statement, int calls, boolean fires) {
    FleetFactsFixture facts =
        new FleetFactsFixture(
                new WorkloadFixture()
                    .statement(statement)
                    .run(FleetFactsFixture.times(calls, 5_000)))
            .table(table("plans").numbers("a").rows(60_000, 600))
            .table(table("areas").numbers("a").rows(47, 1));
    assertThat(Judging.judge(UnboundedReadRule.KIND, facts.build()).violations())
        .hasSize(fires ? 1 : 0);
  }
}
