package dev.watershed.rules.statement;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnboundedWriteRuleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UPDATE shop.plans SET a = 1                              | true",
        "DELETE FROM shop.plans                                   | true",
        "UPDATE shop.plans SET a = 1 WHERE id = 3                 | false",
        "DELETE FROM shop.plans LIMIT 100                         | false",
        "UPDATE shop.areas SET a = 1                              | false",
        "SELECT a FROM shop.plans                                 | false",
        "UPDATE shop.plans p JOIN shop.areas r ON r.id = p.a SET p.a = 1 | false",
      })
  void firesOnWritesOfEveryRowOfALargeTable(String statement, boolean fires) {
    Verdict verdict = judge(statement);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
    assertThat(verdict.inspected()).isEqualTo(1);
  }

  @Test
  void saysHowManyRows() {
    assertThat(judge("DELETE FROM shop.plans").violations().get(0).message())
        .isEqualTo(
            "changes every one of the about 60,000 rows of shop.plans: DELETE FROM shop.plans");
  }

  private static Verdict judge(String statement) {
    return Judging.judge(
        UnboundedWriteRule.KIND,
        new FleetFactsFixture(new WorkloadFixture().statement(statement).run(5_000))
            .table(table("plans").numbers("a").rows(60_000, 600))
            .table(table("areas").numbers("a").rows(47, 1))
            .build());
  }
}
