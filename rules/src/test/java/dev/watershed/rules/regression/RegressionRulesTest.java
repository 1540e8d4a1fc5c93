package dev.watershed.rules.regression;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What became worse: each rule fires on its change, and on none of the others. */
class RegressionRulesTest {

  private static final List<RuleKind> KINDS =
      List.of(
          NewHotStatementRule.KIND,
          LatencyRegressionRule.KIND,
          RowsRegressionRule.KIND,
          NewCrossingRule.KIND);

  static Stream<Arguments> changes() {
    return Stream.of(
        Arguments.of("the same", change(each -> usual(each, 1_000, 10)), List.of()),
        Arguments.of("a third slower", change(each -> usual(each, 1_330, 10)), List.of()),
        Arguments.of(
            "twice as slow", change(each -> usual(each, 2_000, 10)), List.of("latency-regression")),
        Arguments.of(
            "a lost index", change(each -> usual(each, 1_000, 4_000)), List.of("rows-regression")),
        Arguments.of("a few rows more", change(each -> usual(each, 1_000, 90)), List.of()),
        Arguments.of(
            "another list of columns",
            change(
                each ->
                    run(
                        usual(each, 1_000, 10),
                        "sales",
                        "SELECT id, a FROM shop.orders WHERE id = 1")),
            List.of()),
        Arguments.of(
            "a new statement",
            change(
                each ->
                    run(usual(each, 1_000, 10), "sales", "SELECT id FROM shop.orders WHERE a = 1")),
            List.of("new-hot-statement")),
        Arguments.of(
            "a new reader",
            change(
                each ->
                    run(usual(each, 1_000, 10), "stock", "SELECT a FROM shop.orders WHERE id = 1")),
            List.of("new-hot-statement", "new-crossing")));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("changes")
  void eachFiresOnItsOwn(String says, WorkloadFixture head, List<String> rules) {
    FleetFactsFixture facts =
        owned(head).after(owned(usual(new WorkloadFixture(), 1_000, 10)).build());
    List<String> fired =
        KINDS.stream()
            .filter(kind -> !Judging.judge(kind, facts.build()).violations().isEmpty())
            .map(RuleKind::name)
            .toList();
    assertThat(fired).isEqualTo(rules);
  }

  @Test
  void theShareOfWhatIsNewIsOfAllTime() {
    WorkloadFixture head =
        run(
            usual(new WorkloadFixture(), 1_000, 10),
            "sales",
            "SELECT id FROM shop.orders WHERE a = 1");
    FleetFactsFixture facts =
        owned(head).after(owned(usual(new WorkloadFixture(), 1_000, 10)).build());
    // 300 ms of 906.
    assertThat(Judging.judge(NewHotStatementRule.KIND, facts.build()).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.message()).startsWith("33.1 % of the execution time, and no ");
              assertThat(violation.evidence())
                  .containsExactly(
                      Evidence.of("timeShare", 0.331),
                      Evidence.of("calls", 300L),
                      Evidence.of("queryTimeSeconds", 0.3));
            });
  }

  @Test
  void withoutASpanToCompareWithTheyDoNotApply() {
    for (RuleKind kind : KINDS) {
      assertThat(Judging.judge(kind, owned(usual(new WorkloadFixture(), 1_000, 10)).build()))
          .isEqualTo(Verdict.nothingConfigured());
    }
  }

  @Test
  void behindAThresholdNobodyKnowsWhatIsHot() {
    WorkloadFixture hidden = usual(new WorkloadFixture(), 2_000_000, 4_000);
    FleetFactsFixture facts =
        owned(hidden.longQueryTime(OptionalDouble.of(1)))
            .after(owned(usual(new WorkloadFixture(), 1_000_000, 10)).build());
    for (RuleKind kind :
        List.of(NewHotStatementRule.KIND, LatencyRegressionRule.KIND, RowsRegressionRule.KIND)) {
      Verdict verdict = Judging.judge(kind, facts.build());
      assertThat(verdict.inspected()).as(kind.name()).isZero();
      assertThat(verdict.inconclusive())
          .as(kind.name())
          .singleElement()
          .satisfies(each -> assertThat(each.reason()).contains("a threshold hides"));
    }
  }

  /** Who sent 8 % of a statement answers for it from 12 % on; it sent it before, though. */
  @Test
  void whatAServiceSentRarelyIsNotNew() {
    FleetFactsFixture facts = owned(readers(88, 12)).after(owned(readers(92, 8)).build());
    assertThat(Judging.judge(NewHotStatementRule.KIND, facts.build()).violations()).isEmpty();
  }

  private static WorkloadFixture readers(int sales, int stock) {
    return new WorkloadFixture()
        .statement("SELECT a FROM shop.orders WHERE id = 1")
        .user("sales")
        .run(FleetFactsFixture.times(sales, 1_000))
        .user("stock")
        .run(FleetFactsFixture.times(stock, 1_000));
  }

  /** Standard errors of times that are all the same are infinite, and no figure. */
  @ParameterizedTest
  @CsvSource({"1000, 2.0 times as long as before", "0, 2 ms after no time that was measured"})
  void timesMayHaveNoVariance(long before, String message) {
    String sql = "SELECT a FROM shop.orders WHERE id = 1";
    FleetFactsFixture facts =
        owned(constant(sql, 2_000)).after(owned(constant(sql, before)).build());
    assertThat(Judging.judge(LatencyRegressionRule.KIND, facts.build()).violations())
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.message()).startsWith(message);
              assertThat(violation.evidence())
                  .extracting(Evidence::figure)
                  .containsExactly("meanMillis", "meanMillisBefore", "calls");
            });
  }

  private static WorkloadFixture constant(String sql, long micros) {
    return new WorkloadFixture()
        .user("sales")
        .statement(sql)
        .run(FleetFactsFixture.times(300, micros));
  }

  private static WorkloadFixture change(UnaryOperator<WorkloadFixture> load) {
    return load.apply(new WorkloadFixture());
  }

  private static WorkloadFixture usual(WorkloadFixture workload, long micros, long examined) {
    long[] times = new long[300];
    Arrays.setAll(times, call -> micros + call % 3 * micros / 50);
    return workload
        .rows(1, examined)
        .user("sales")
        .statement("SELECT a FROM shop.orders WHERE id = 1")
        .run(times)
        .user("stock")
        .rows(1, 1)
        .statement("SELECT a FROM shop.items WHERE id = 1")
        .run(FleetFactsFixture.times(300, 1_000));
  }

  private static WorkloadFixture run(WorkloadFixture workload, String user, String statement) {
    return workload.user(user).statement(statement).run(FleetFactsFixture.times(300, 1_000));
  }

  private static FleetFactsFixture owned(WorkloadFixture workload) {
    return new FleetFactsFixture(workload)
        .service("sales", List.of("shop.orders"), List.of())
        .service("stock", List.of("shop.items"), List.of())
        .table(table("orders").numbers("a").rows(1_000, 10))
        .table(table("items").numbers("a").rows(1_000, 10));
  }
}
