package dev.watershed.analyzer.index.cost;

import static dev.watershed.analyzer.index.Conditions.any;
import static dev.watershed.analyzer.index.Conditions.between;
import static dev.watershed.analyzer.index.Conditions.column;
import static dev.watershed.analyzer.index.Conditions.compare;
import static dev.watershed.analyzer.index.Conditions.in;
import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.shape.StatementShapes;
import dev.watershed.analyzer.index.statistics.ServerTables;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.RowSource.JoinKind;
import dev.watershed.workload.catalog.IndexKind;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Plans and costs that can be reckoned by hand. */
class StatementPlannerTest {

  private static final StatisticTable ORDERS =
      table("orders")
          .numbers("customer_id", "shop_id", "day", "amount")
          .key("idx_customer", false, "customer_id")
          .key("idx_shop", false, "shop_id", "day")
          .rows(100_000, 1_000)
          .distinct("PRIMARY", 100_000)
          .distinct("idx_customer", 5_000, 100_000)
          .distinct("idx_shop", 100, 20_000, 100_000)
          .make();

  private static final StatisticTable CUSTOMERS =
      table("customers").numbers("segment").rows(5_000, 50).distinct("PRIMARY", 5_000).make();

  private static StatementPlan plan(String version, FactMaker statement) {
    return plan(version, 1L << 40, statement);
  }

  private static StatementPlan plan(String version, long pool, FactMaker statement) {
    AdvisedServer server =
        new AdvisedServer(
            "test",
            version,
            1,
            OptionalLong.of(pool),
            List.of(ORDERS, CUSTOMERS),
            List.of(statement.called(1)));
    return new StatementPlanner(CostModel.of(server))
        .plan(
            new StatementShapes(ServerTables.of(server)).of(server.statements().get(0)),
            IndexView.EXISTING);
  }

  static Stream<Arguments> costs() {
    return Stream.of(
        Arguments.of(
            "a scan: 1,000 pages and 100,000 rows",
            FactMaker.reading("orders").where(is("amount")).selectAll(),
            250 + 10_000.0,
            1_000 + 20_000.0,
            "scan of 100,000 rows"),
        Arguments.of(
            "a lookup of 20 rows",
            FactMaker.reading("orders").where(is("customer_id")).selectAll(),
            20 * 0.35,
            20 * 1.2,
            "20 rows by idx_customer"),
        Arguments.of(
            "a range of three values",
            FactMaker.reading("orders").where(in("customer_id", 3)).selectAll(),
            63 * 0.25 + 6,
            63 + 12.0,
            "60 rows of a range of idx_customer"),
        Arguments.of(
            "an index alone: one page",
            FactMaker.reading("orders").where(is("customer_id")).select("id"),
            0.25 + 2,
            1 + 4.0,
            "20 rows by idx_customer, index alone"),
        Arguments.of(
            "a row by its key",
            FactMaker.reading("orders").where(is("id")).selectAll(),
            0.35,
            1.2,
            "one row by PRIMARY"),
        Arguments.of(
            "five rows by two parts",
            FactMaker.reading("orders").where(is("shop_id"), is("day")).selectAll(),
            5 * 0.35,
            5 * 1.2,
            "5 rows by idx_shop"),
        Arguments.of(
            "ten rows in the order of an index",
            FactMaker.reading("orders").where(is("shop_id")).orderBy("-day").selectAll().limit(10),
            10 * 0.35,
            10 * 1.2,
            "10 rows by idx_shop, ended early"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("costs")
  void costsAreThoseOfTheServers(
      String name, FactMaker statement, double mysql, double mariaDb, String words) {
    StatementPlan plan = plan(Servers.MYSQL, statement);

    assertThat(plan.cost()).isCloseTo(mysql, offset(0.01));
    assertThat(PlanWords.of(plan)).isEqualTo(words);
    assertThat(plan(Servers.MARIADB, statement).cost()).isCloseTo(mariaDb, offset(0.01));
  }

  @Test
  void pagesFromDiskCostMore() {
    FactMaker scan = FactMaker.reading("orders").where(is("amount")).selectAll();

    assertThat(plan(Servers.MYSQL, 1_000, scan).cost()).isCloseTo(1_000 + 10_000.0, offset(0.01));
  }

  @Test
  void anOrderThatNoIndexGivesIsSorted() {
    FactMaker sorted =
        FactMaker.reading("orders").where(is("shop_id")).orderBy("amount").selectAll();

    assertThat(PlanWords.of(plan(Servers.MYSQL, sorted)))
        .isEqualTo("1,000 rows by idx_shop, sort of 1,000 rows");
  }

  @Test
  void theBeginningOfATextIdentifiesNoRow() {
    FactMaker byEmail = FactMaker.reading("users").where(is("email")).selectAll();

    assertThat(PlanWords.of(planOfUsers("email", byEmail))).isEqualTo("one row by u");
    assertThat(PlanWords.of(planOfUsers("email(5)", byEmail)))
        .endsWith("by u")
        .isNotEqualTo("one row by u");
  }

  private static StatementPlan planOfUsers(String part, FactMaker statement) {
    StatisticTable users =
        table("users")
            .column("email", "varchar(100)")
            .index(IndexFixture.index("u", part, true, IndexKind.BTREE, true))
            .rows(100_000, 1_000)
            .make();
    AdvisedServer server = Servers.mysql(List.of(users), statement.called(1));
    return new StatementPlanner(CostModel.of(server))
        .plan(
            new StatementShapes(ServerTables.of(server)).of(server.statements().get(0)),
            IndexView.EXISTING);
  }

  @Test
  void branchesOfAnOrAreUnited() {
    FactMaker united =
        FactMaker.reading("orders").where(any(is("customer_id"), is("shop_id"))).selectAll();
    FactMaker scanned =
        FactMaker.reading("orders").where(any(is("customer_id"), is("amount"))).selectAll();

    assertThat(PlanWords.of(plan(Servers.MYSQL, united)))
        .isEqualTo("1,020 rows of idx_customer and idx_shop together");
    assertThat(PlanWords.of(plan(Servers.MYSQL, scanned))).startsWith("scan of");
  }

  @Test
  void outerJoinsKeepTheirOrder() {
    FactMaker inner =
        FactMaker.reading("orders")
            .join("customers", join("1.id", "0.customer_id"))
            .where(is("1.id"))
            .selectAll();
    FactMaker outer =
        FactMaker.reading("customers")
            .join(JoinKind.LEFT, "orders", join("1.customer_id", "0.id"))
            .where(is("0.segment"))
            .selectAll();

    assertThat(PlanWords.of(plan(Servers.MYSQL, inner)))
        .isEqualTo("customers: one row by PRIMARY, orders: 20 rows by idx_customer");
    assertThat(PlanWords.of(plan(Servers.MYSQL, outer)))
        .isEqualTo(
            "customers: scan of 5,000 rows,"
                + " orders: 20 rows by idx_customer for each of 71 rows");
  }

  @Test
  void aBlockThatRefersOutwardRunsForEachRow() {
    FactMaker each =
        FactMaker.reading("customers")
            .selectAll()
            .subquery(1)
            .inside(0, "orders")
            .where(join(column(1, "0.customer_id"), column(0, "0.id")))
            .select("0.amount");
    FactMaker once =
        FactMaker.reading("customers")
            .selectAll()
            .subquery(1)
            .inside(0, "orders")
            .where(compare(1, "customer_id", Comparison.EQUAL))
            .select("0.amount");

    assertThat(plan(Servers.MYSQL, each).rows()).isCloseTo(5_000 + 5_000 * 20.0, offset(0.1));
    assertThat(plan(Servers.MYSQL, once).rows()).isCloseTo(5_000 + 20.0, offset(0.1));
  }

  @Test
  void aRangeEndsTheSearch() {
    FactMaker statement =
        FactMaker.reading("orders").where(between("shop_id"), is("day")).selectAll();

    assertThat(plan(Servers.MYSQL, statement).blocks().get(0).steps().get(0).access().parts())
        .isLessThan(2);
  }
}
