package dev.watershed.rules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsExaminedRuleTest {

  private static final Rule RULE =
      RowsExaminedRule.KIND
          .maker()
          .apply(new RuleSettings(Severity.WARNING, Map.of(StatementFloor.MIN_CALLS, 10.0)));

  @ParameterizedTest(name = "{0} rows examined for {1} sent: {2}")
  @CsvSource({
    "10000, 10, true",
    "9990,  10, false",
    "10000, 0,  true",
    "900,   0,  false",
    "0,     0,  false",
  })
  void firesOnManyRowsExamined(long examined, long sent, boolean fires) {
    Verdict verdict = judge("SELECT * FROM orders WHERE state = 1", examined, sent);
    assertThat(verdict.inspected()).isEqualTo(1);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
  }

  /** The server may not log scans: they are not named. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 2000 rows examined per call, and none sent: ",
        "1 | 2000 rows examined per row sent: "
      })
  void saysWhatWasCounted(long sent, String message) {
    assertThat(
            judge("SELECT * FROM orders WHERE state = 1", 2_000, sent)
                .violations()
                .get(0)
                .message())
        .startsWith(message)
        .doesNotContain("scan");
  }

  /** A sum of many rows is one row by intent, the sum in a subquery of many rows is not. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT COUNT(*) FROM orders WHERE state = 1                                  | false",
        "SELECT state, SUM(price) FROM orders GROUP BY state                          | false",
        "SELECT * FROM orders WHERE price > (SELECT AVG(price) FROM items WHERE a = 1) | true",
      })
  void whatAggregatesReadsManyRowsByIntent(String statement, boolean fires) {
    assertThat(judge(statement, 10_000, 1).violations()).hasSize(fires ? 1 : 0);
  }

  private static Verdict judge(String statement, long examined, long sent) {
    WorkloadFixture workload = new WorkloadFixture().statement(statement).rows(sent, examined);
    return RULE.judge(
        new FleetFactsFixture(workload.run(FleetFactsFixture.times(10, 20_000))).build());
  }
}
