package dev.watershed.rules.statement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.workload.TransactionOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatedStatementRuleTest {

  private static final String PLANS = "SELECT id FROM shop.plans WHERE area = 1";
  private static final String PHOTOS = "SELECT path FROM shop.photos WHERE plan = 1";
  private static final String SAVE = "INSERT INTO shop.photos (path) VALUES (1)";

  @ParameterizedTest
  @CsvSource({"12, 5, true", "11, 5, false", "12, 4, false"})
  void firesOnAQueryForEachOfManyRows(int queries, int transactions, boolean fires) {
    Verdict verdict = judge(transactions, queries, PHOTOS);
    assertThat(verdict.violations()).hasSize(fires ? 1 : 0);
  }

  @Test
  void namesTheQuery() {
    Violation violation = judge(10, 50, PHOTOS).violations().get(0);
    assertThat(violation.message())
        .isEqualTo(
            "49 repetitions in each of 10 transactions, most likely of: SELECT PATH FROM"
                + " shop.photos WHERE plan = ?");
    assertThat(violation.services()).containsExactly("app");
  }

  @Test
  void doesNotFireOnALoopOfWrites() {
    assertThat(judge(10, 50, SAVE).violations()).isEmpty();
  }

  @Test
  void withoutTransactionsNothingIsKnown() {
    Verdict verdict =
        Judging.judge(
            RepeatedStatementRule.KIND,
            new FleetFactsFixture(new WorkloadFixture().run(1)).build());
    assertThat(verdict.violations()).isEmpty();
    assertThat(verdict.inconclusive()).hasSize(1);
  }

  private static Verdict judge(int transactions, int queries, String repeated) {
    WorkloadFixture workload = new WorkloadFixture();
    List<String> statements = new ArrayList<>(List.of(PLANS));
    statements.addAll(Collections.nCopies(queries, repeated));
    for (int each = 0; each < transactions; each++) {
      workload.transaction(TransactionOutcome.COMMITTED, statements.toArray(String[]::new));
      statements.forEach(statement -> workload.statement(statement).run(1_000));
    }
    return Judging.judge(RepeatedStatementRule.KIND, new FleetFactsFixture(workload).build());
  }
}
