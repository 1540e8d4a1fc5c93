package dev.watershed.rules.statement;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OversizedInRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT a FROM shop.plans WHERE id IN (1, 2, 3)           | 1200 | true",
        "SELECT a FROM shop.plans WHERE a = 1 AND id IN (1, 2, 3) | 1200 | true",
        "SELECT a FROM shop.plans WHERE id IN (1, 2, 3)           | 30   | false",
        "SELECT a FROM shop.plans WHERE a IN (1, 2, 3)            | 1200 | false",
        "SELECT a FROM shop.plans WHERE id > 1                    | 1200 | false",
      })
  void firesWhereAUniqueColumnTellsHowManyValuesThereAre(
      String statement, long sent, boolean fires) {
    FleetFactsFixture facts =
        new FleetFactsFixture(
                new WorkloadFixture()
                    .statement(statement)
                    .rows(sent, sent)
                    .run(FleetFactsFixture.times(30, 5_000)))
            .table(table("plans").numbers("a").rows(60_000, 600));
    assertThat(Judging.judge(OversizedInRule.KIND, facts.build()).violations())
        .hasSize(fires ? 1 : 0);
  }
}
