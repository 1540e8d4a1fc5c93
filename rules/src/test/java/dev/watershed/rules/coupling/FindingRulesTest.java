package dev.watershed.rules.coupling;

import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.workload.TransactionOutcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules about owners: {@code sales} owns orders and may read items, {@code stock} owns items;
 * nobody owns notes.
 */
class FindingRulesTest {

  private static final List<RuleKind> KINDS =
      List.of(
          SecondWriterRule.KIND,
          ForeignReadRule.KIND,
          CrossOwnerJoinRule.KIND,
          CrossOwnerTransactionRule.KIND,
          ServiceCycleRule.KIND,
          TableWithoutOwnerRule.KIND);

  private static final String WRITE_ORDERS = "UPDATE shop.orders SET a = 1 WHERE id = 1";
  private static final String WRITE_ITEMS = "UPDATE shop.items SET a = 1 WHERE id = 1";
  private static final String READ_ORDERS = "SELECT a FROM shop.orders WHERE id = 1";
  private static final String READ_ITEMS = "SELECT a FROM shop.items WHERE id = 1";
  private static final String JOIN =
      "SELECT o.a FROM shop.orders o JOIN shop.items i ON i.id = o.a WHERE o.id = 1";

  static Stream<Arguments> loads() {
    return Stream.of(
        Arguments.of("everybody at home", load(each -> {}), List.of()),
        Arguments.of(
            "a read within the contract", load(each -> run(each, "sales", READ_ITEMS)), List.of()),
        Arguments.of(
            "a read outside the contract",
            load(each -> run(each, "stock", READ_ORDERS)),
            List.of("foreign-read")),
        Arguments.of(
            "a second writer",
            load(each -> run(each, "sales", WRITE_ITEMS)),
            List.of("second-writer")),
        Arguments.of(
            "reads both ways",
            load(each -> run(run(each, "stock", READ_ORDERS), "sales", READ_ITEMS)),
            List.of("foreign-read", "service-cycle")),
        Arguments.of("a join", load(each -> run(each, "sales", JOIN)), List.of("cross-owner-join")),
        Arguments.of(
            "a table of nobody",
            load(each -> run(each, "sales", "SELECT a FROM shop.notes WHERE id = 1")),
            List.of("table-without-owner")));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("loads")
  void eachFiresOnItsOwn(String says, WorkloadFixture workload, List<String> rules) {
    FleetFactsFixture facts = owned(workload);
    List<String> fired =
        KINDS.stream()
            .filter(kind -> !Judging.judge(kind, facts.build()).violations().isEmpty())
            .map(RuleKind::name)
            .toList();
    assertThat(fired).isEqualTo(rules);
  }

  @Test
  void transactionsOverTwoOwners() {
    WorkloadFixture workload = load(each -> run(each, "sales", WRITE_ITEMS)).user("sales");
    for (int each = 0; each < 300; each++) {
      workload.transaction(TransactionOutcome.COMMITTED, WRITE_ORDERS, WRITE_ITEMS);
    }
    Violation violation =
        Judging.judge(CrossOwnerTransactionRule.KIND, owned(workload).build()).violations().get(0);
    assertThat(violation.services()).contains("sales");
    assertThat(violation.message()).contains("shop.items").contains("shop.orders");
  }

  @Test
  void whatGoesAstrayIsNoViolation() {
    WorkloadFixture workload = load(each -> {}).user("stock").statement(READ_ORDERS).run(1_000);
    assertThat(Judging.judge(ForeignReadRule.KIND, owned(workload).build()).violations()).isEmpty();
  }

  /** What a test by hand, or with another's account, would explain. */
  @Test
  void joinsAndTransactionsThatGoAstrayAreNoViolation() {
    WorkloadFixture workload =
        load(each -> {})
            .user("stock")
            .statement(JOIN)
            .run(1_000, 1_000)
            .statement(WRITE_ORDERS)
            .run(1_000, 1_000);
    for (int each = 0; each < 2; each++) {
      workload.transaction(TransactionOutcome.COMMITTED, WRITE_ORDERS, WRITE_ITEMS);
    }
    for (RuleKind kind : List.of(CrossOwnerJoinRule.KIND, CrossOwnerTransactionRule.KIND)) {
      Verdict verdict = Judging.judge(kind, owned(workload).build());
      assertThat(verdict.violations()).as(kind.name()).isEmpty();
      assertThat(verdict.inconclusive()).as(kind.name()).isEmpty();
    }
  }

  @Test
  void withoutDeclaredOwnersTheyDoNotApply() {
    WorkloadFixture workload = load(each -> run(each, "sales", WRITE_ITEMS));
    for (RuleKind kind : KINDS) {
      Verdict verdict = Judging.judge(kind, new FleetFactsFixture(workload).build());
      assertThat(verdict).as(kind.name()).isEqualTo(Verdict.nothingConfigured());
    }
  }

  private static WorkloadFixture load(Consumer<WorkloadFixture> more) {
    WorkloadFixture workload = new WorkloadFixture();
    run(run(workload, "sales", WRITE_ORDERS), "sales", READ_ORDERS);
    run(run(workload, "stock", WRITE_ITEMS), "stock", READ_ITEMS);
    more.accept(workload);
    return workload;
  }

  private static WorkloadFixture run(WorkloadFixture workload, String user, String statement) {
    return workload.user(user).statement(statement).run(FleetFactsFixture.times(300, 1_000));
  }

  private static FleetFactsFixture owned(WorkloadFixture workload) {
    return new FleetFactsFixture(workload)
        .service("sales", List.of("shop.orders"), List.of("shop.items"))
        .service("stock", List.of("shop.items"), List.of())
        .table(table("orders").numbers("a").rows(1_000, 10))
        .table(table("items").numbers("a").rows(1_000, 10))
        .table(table("notes").numbers("a").rows(1_000, 10));
  }
}
