package dev.watershed.analyzer.index.advice;

import static dev.watershed.analyzer.index.Conditions.all;
import static dev.watershed.analyzer.index.Conditions.any;
import static dev.watershed.analyzer.index.Conditions.between;
import static dev.watershed.analyzer.index.Conditions.in;
import static dev.watershed.analyzer.index.Conditions.is;
import static dev.watershed.analyzer.index.Conditions.join;
import static dev.watershed.analyzer.index.Conditions.not;
import static dev.watershed.analyzer.index.Conditions.wrapped;
import static dev.watershed.analyzer.index.FactMaker.examining;
import static dev.watershed.analyzer.index.FactMaker.lasting;
import static dev.watershed.analyzer.index.FactMaker.reading;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.FactMaker;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexFixture;
import dev.watershed.analyzer.index.Servers;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.sql.facts.FactIssue;
import dev.watershed.workload.catalog.IndexKind;
import dev.watershed.workload.catalog.IndexPart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IndexAdvisorTest {

  private static final double OFTEN = 72_000;

  private static final StatisticTable ORDERS =
      table("orders")
          .column("customer_id", "bigint")
          .column("status", "enum('new','paid','sent')")
          .column("created_at", "datetime")
          .column("note", "text", true)
          .column("email", "varchar(100)")
          .numbers("amount", "shop_id")
          .key("idx_shop", false, "shop_id")
          .rows(59_150, 929)
          .distinct("PRIMARY", 59_150)
          .distinct("idx_shop", 120, 59_150)
          .make();

  private static final StatisticTable ITEMS =
      table("items")
          .column("order_id", "bigint")
          .numbers("product_id", "amount")
          .foreignKey("order_id", "orders")
          .rows(200_000, 1_500)
          .make();

  private static List<String> advised(String version, WeightedStatement... statements) {
    AdvisedServer server = Servers.server(version, List.of(ORDERS, ITEMS), List.of(statements));
    return new IndexAdvisor(AdvisorOptions.DEFAULTS)
        .advise(server).indexes().stream().map(IndexAdvisorTest::text).sorted().toList();
  }

  private static String text(IndexAdvice advice) {
    return advice.kind().key()
        + " "
        + advice.table()
        + advice.index().parts().stream()
            .map(IndexAdvisorTest::text)
            .collect(Collectors.joining(",", "(", ")"));
  }

  private static String text(IndexPart part) {
    return part.column().orElseGet(() -> "(" + part.expression().orElseThrow() + ")")
        + (part.prefixLength().isPresent() ? "#" + part.prefixLength().getAsInt() : "")
        + (part.descending() ? " desc" : "");
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "a column without an index",
            reading("orders").where(is("customer_id")).selectAll(),
            List.of("add orders(customer_id)")),
        Arguments.of("the primary key", reading("orders").where(is("id")).selectAll(), List.of()),
        Arguments.of(
            "an index exists", reading("orders").where(is("shop_id")).selectAll(), List.of()),
        Arguments.of(
            "no column of <>", reading("orders").where(not("customer_id")).selectAll(), List.of()),
        Arguments.of(
            "<> beside =",
            reading("orders").where(is("customer_id"), not("status")).selectAll(),
            List.of("add orders(customer_id)")),
        Arguments.of(
            "no primary key at the end",
            reading("orders").where(is("customer_id")).orderBy("id").selectAll().limit(10),
            List.of("add orders(customer_id)")),
        Arguments.of(
            "an order behind =",
            reading("orders").where(is("customer_id")).orderBy("-created_at").selectAll().limit(10),
            List.of("add orders(customer_id,created_at)")),
        Arguments.of(
            "mixed directions",
            reading("orders")
                .where(is("customer_id"))
                .orderBy("-created_at", "amount")
                .selectAll()
                .limit(10),
            List.of("add orders(customer_id,created_at desc,amount)")),
        Arguments.of(
            "an order alone with a limit",
            reading("orders").orderBy("-created_at").selectAll().limit(10),
            List.of("add orders(created_at)")),
        Arguments.of(
            "an order alone without a limit",
            reading("orders").orderBy("-created_at").selectAll(),
            List.of()),
        Arguments.of(
            "a text has a prefix",
            reading("orders").where(is("note")).selectAll(),
            List.of("add orders(note#64)")),
        Arguments.of(
            "a function that an index can hold",
            reading("orders").where(wrapped("lower(email)", "email")).selectAll(),
            List.of("add orders((lower(email)))")),
        Arguments.of(
            "a function whose literal is lost",
            reading("orders").where(wrapped("substr(email, ?, ?)", "email")).selectAll(),
            List.of()),
        Arguments.of(
            "branches of an OR",
            reading("orders").where(any(is("customer_id"), is("email"))).selectAll(),
            List.of("add orders(customer_id)", "add orders(email)")),
        Arguments.of(
            "a join",
            reading("orders")
                .join("items", join("1.order_id", "0.id"))
                .where(is("0.id"))
                .select("1.product_id", "1.amount", "0.email"),
            List.of("add items(order_id)")),
        Arguments.of(
            "a hint that names indexes",
            reading("orders").where(is("customer_id")).selectAll().hint("USE INDEX (idx_shop)"),
            List.of()),
        Arguments.of(
            "a hint that leaves a key out",
            reading("orders").where(is("customer_id")).selectAll().hint("IGNORE KEY (idx_shop)"),
            List.of()),
        Arguments.of(
            "an ambiguous column",
            reading("orders")
                .where(is("customer_id"))
                .selectAll()
                .issue(FactIssue.Reason.AMBIGUOUS_COLUMN),
            List.of()),
        Arguments.of(
            "a column that is not there",
            reading("orders").where(is("gone")).selectAll(),
            List.of()),
        Arguments.of(
            "a table that is not there", reading("gone").where(is("id")).selectAll(), List.of()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void advisesWhatServes(String name, FactMaker statement, List<String> expected) {
    List<String> advised = advised(Servers.MYSQL, statement.called(OFTEN));

    assertThat(advised).isEqualTo(expected);
  }

  @Test
  void mariaDbHasNoFunctionalIndex() {
    WeightedStatement statement =
        reading("orders").where(wrapped("lower(email)", "email")).selectAll().called(OFTEN);
    AdvisedServer server =
        Servers.server(Servers.MARIADB, List.of(ORDERS, ITEMS), List.of(statement));

    Advice advice = new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server);

    assertThat(advice.indexes()).isEmpty();
    assertThat(advice.rewrites())
        .singleElement()
        .satisfies(rewrite -> assertThat(rewrite.rewrite()).contains("generated column"));
  }

  @Test
  void anIndexThatIsOnlyWrittenDoesNotPay() {
    WeightedStatement reads = reading("orders").where(is("customer_id")).selectAll().called(10);
    WeightedStatement writes = FactMaker.weighted(FactMaker.insert("orders"), 1e7);

    assertThat(advised(Servers.MYSQL, reads)).isEqualTo(List.of("add orders(customer_id)"));
    assertThat(advised(Servers.MYSQL, reads, writes)).isEmpty();
  }

  @Test
  void onlyUpdatesOfAHeldColumnCost() {
    WeightedStatement reads =
        lasting(20, reading("orders").where(is("customer_id")).selectAll().called(10));
    WeightedStatement other = FactMaker.update("orders", "amount").where(is("id")).called(1e7);
    WeightedStatement held = FactMaker.update("orders", "customer_id").where(is("id")).called(1e7);

    assertThat(advised(Servers.MYSQL, reads, other)).isNotEmpty();
    assertThat(advised(Servers.MYSQL, reads, held)).isEmpty();
  }

  @Test
  void aLongerIndexTakesThePlaceOfItsBeginning() {
    assertThat(
            advised(
                Servers.MYSQL,
                reading("orders").where(is("shop_id"), is("customer_id")).selectAll().called(OFTEN),
                reading("orders").where(is("shop_id")).selectAll().called(1)))
        .isEqualTo(List.of("add orders(customer_id,shop_id)"));
    assertThat(
            advised(
                Servers.MYSQL,
                reading("orders")
                    .where(is("shop_id"))
                    .orderBy("created_at")
                    .selectAll()
                    .limit(5)
                    .called(OFTEN)))
        .isEqualTo(List.of("extend orders(shop_id,created_at)"));
  }

  @Test
  void theBeginningStaysWhereATextNamesIt() {
    FactMaker sorted =
        reading("orders").where(is("shop_id")).orderBy("created_at").selectAll().limit(5);
    WeightedStatement forcing =
        reading("orders").where(is("shop_id")).selectAll().hint("FORCE INDEX (idx_shop)").called(1);

    assertThat(advised(Servers.MYSQL, sorted.called(OFTEN), forcing))
        .isEqualTo(List.of("add orders(shop_id,created_at)"));
  }

  @Test
  void theBeginningStaysWhereItGivesTheOrderOfThePrimaryKey() {
    List<String> advised =
        advised(
            Servers.MYSQL,
            reading("orders")
                .where(is("shop_id"))
                .orderBy("created_at")
                .selectAll()
                .limit(5)
                .called(OFTEN),
            reading("orders")
                .where(is("shop_id"))
                .orderBy("id")
                .selectAll()
                .limit(1)
                .called(OFTEN));

    assertThat(advised).isEqualTo(List.of("add orders(shop_id,created_at)"));
  }

  @Test
  void withoutStatisticsConfidenceIsLow() {
    StatisticTable uncounted = table("uncounted").numbers("a").make();
    AdvisedServer server =
        Servers.mysql(
            List.of(ORDERS, uncounted),
            reading("uncounted").where(is("a")).selectAll().called(5e7),
            reading("orders").where(is("customer_id")).selectAll().called(OFTEN));

    Advice advice = new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server);

    assertThat(advice.indexes())
        .extracting(IndexAdvice::table)
        .containsExactly("orders", "uncounted");
    assertThat(advice.indexes().get(1).confidence()).isEqualTo(IndexAdvice.Confidence.LOW);
    assertThat(advice.indexes().get(1).caveats()).anyMatch(each -> each.contains("not known"));
  }

  @Test
  void whatIsMeasuredBoundsWhatTheModelBelieves() {
    WeightedStatement believed =
        reading("orders").where(is("customer_id")).selectAll().called(OFTEN);
    WeightedStatement fewRows = examining(1, believed);
    WeightedStatement allRows = examining(59_150, believed);

    assertThat(advised(Servers.MYSQL, fewRows)).isEmpty();
    assertThat(advised(Servers.MYSQL, allRows)).isEqualTo(List.of("add orders(customer_id)"));
  }

  static Stream<Arguments> hidden() {
    return Stream.of(
        Arguments.of("customer_id", Servers.MYSQL, "make-visible k"),
        Arguments.of("customer_id", Servers.MARIADB, "make-visible k"),
        Arguments.of("customer_id, status", Servers.MYSQL, "make-visible k"),
        Arguments.of("customer_id", "5.7.44", ""),
        Arguments.of("status, customer_id", Servers.MYSQL, "add idx_customer_id"),
        Arguments.of("status", Servers.MYSQL, "add idx_customer_id"));
  }

  @ParameterizedTest(name = "{0} on {1}: {2}")
  @MethodSource("hidden")
  void showsAHiddenIndexInsteadOfAddingOne(String parts, String version, String expected) {
    StatisticTable table =
        table("orders")
            .column("customer_id", "bigint")
            .numbers("status", "amount")
            .index(IndexFixture.index("k", parts, false, IndexKind.BTREE, false))
            .rows(59_150, 929)
            .make();
    WeightedStatement statement =
        reading("orders").where(is("customer_id")).selectAll().called(OFTEN);
    AdvisedServer server = Servers.server(version, List.of(table), List.of(statement));
    assertThat(new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server).indexes())
        .extracting(advice -> advice.kind().key() + " " + advice.index().name())
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void showsNothingThatNoStatementNeeds() {
    StatisticTable table =
        table("orders")
            .numbers("status", "amount")
            .index(IndexFixture.index("k", "status", false, IndexKind.BTREE, false))
            .rows(59_150, 929)
            .make();
    WeightedStatement statement = reading("orders").where(is("id")).selectAll().called(OFTEN);
    assertThat(
            new IndexAdvisor(AdvisorOptions.DEFAULTS)
                .advise(Servers.mysql(List.of(table), statement))
                .indexes())
        .isEmpty();
  }

  @Test
  void confidenceFallsWithTheTimeThatWasWatched() {
    WeightedStatement statement =
        reading("orders")
            .where(is("shop_id"))
            .orderBy("created_at")
            .selectAll()
            .limit(5)
            .called(OFTEN);
    AdvisedServer longer = Servers.mysql(List.of(ORDERS), statement);
    AdvisedServer shorter =
        new AdvisedServer(
            "test",
            Servers.MYSQL,
            60,
            longer.bufferPoolBytes(),
            longer.tables(),
            longer.statements());
    IndexAdvisor advisor = new IndexAdvisor(AdvisorOptions.DEFAULTS);

    assertThat(advisor.advise(longer).indexes().get(0).confidence())
        .isEqualTo(IndexAdvice.Confidence.HIGH);
    assertThat(advisor.advise(shorter).indexes().get(0))
        .satisfies(
            advice -> {
              assertThat(advice.confidence()).isEqualTo(IndexAdvice.Confidence.MEDIUM);
              assertThat(advice.caveats()).anyMatch(each -> each.contains("60 seconds only"));
            });
  }

  @Test
  void aPrefixAndWhatIsReplacedAreCaveats() {
    AdvisedServer server =
        Servers.mysql(
            List.of(ORDERS),
            reading("orders").where(is("note")).selectAll().called(OFTEN),
            reading("orders")
                .where(is("shop_id"))
                .orderBy("created_at")
                .selectAll()
                .limit(5)
                .called(OFTEN));

    List<IndexAdvice> advice = new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server).indexes();

    assertThat(advice)
        .extracting(IndexAdvice::kind)
        .containsExactlyInAnyOrder(IndexAdvice.Kind.ADD, IndexAdvice.Kind.EXTEND);
    for (IndexAdvice each : advice) {
      boolean longer = each.kind() == IndexAdvice.Kind.EXTEND;
      assertThat(each.others()).isEqualTo(longer ? List.of("idx_shop") : List.of());
      assertThat(each.caveats())
          .anyMatch(
              caveat ->
                  caveat.contains(
                      longer
                          ? "may need idx_shop for the order"
                          : "Only the beginning of note is indexed"));
    }
  }

  @Test
  void aHiddenIndexWasHiddenBySomebody() {
    StatisticTable table =
        table("orders")
            .numbers("status", "amount")
            .index(IndexFixture.index("k", "status", false, IndexKind.BTREE, false))
            .rows(59_150, 929)
            .make();
    AdvisedServer server =
        Servers.mysql(
            List.of(table), reading("orders").where(is("status")).selectAll().called(OFTEN));
    assertThat(new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server).indexes())
        .singleElement()
        .satisfies(advice -> assertThat(advice.caveats()).anyMatch(each -> each.contains("hid")));
  }

  @Test
  void anEffectHasThePartOfTheTimeOfItsStatement() {
    AdvisedServer server =
        Servers.mysql(
            List.of(ORDERS),
            lasting(30, reading("orders").where(is("customer_id")).selectAll().called(OFTEN)),
            lasting(90, reading("orders").where(is("id")).selectAll().called(OFTEN)));

    assertThat(new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server).indexes())
        .singleElement()
        .satisfies(advice -> assertThat(advice.effects().get(0).loadShare()).isEqualTo(0.25));
  }

  @Test
  void effectsSayWhatChanges() {
    AdvisedServer server =
        Servers.mysql(
            List.of(ORDERS), reading("orders").where(is("customer_id")).selectAll().called(OFTEN));

    IndexAdvice advice = new IndexAdvisor(AdvisorOptions.DEFAULTS).advise(server).indexes().get(0);

    assertThat(advice.effects())
        .singleElement()
        .satisfies(
            effect -> {
              assertThat(effect.planBefore()).isEqualTo("scan of 59,150 rows");
              assertThat(effect.planAfter()).endsWith("rows by idx_customer_id");
              assertThat(effect.costBefore()).isCloseTo(6147.25, offset(0.01));
              assertThat(effect.rowsAfter()).isLessThan(1_000);
            });
  }

  @Test
  void theSameInAnotherOrderGivesTheSame() {
    List<WeightedStatement> statements = new ArrayList<>();
    cases().forEach(each -> statements.add(((FactMaker) each.get()[1]).called(OFTEN)));
    statements.add(FactMaker.weighted(FactMaker.insert("orders"), 1e4));
    List<StatisticTable> tables = new ArrayList<>(List.of(ORDERS, ITEMS));
    IndexAdvisor advisor = new IndexAdvisor(AdvisorOptions.DEFAULTS);
    Advice first = advisor.advise(Servers.server(Servers.MYSQL, tables, statements));
    Random random = new Random(7);

    for (int round = 0; round < 10; round++) {
      Collections.shuffle(statements, random);
      Collections.shuffle(tables, random);

      assertThat(advisor.advise(Servers.server(Servers.MYSQL, tables, statements)))
          .isEqualTo(first);
    }
    assertThat(first.indexes()).isNotEmpty();
  }

  @Test
  void aLargeGainIsNotHiddenByItsPart() {
    FactMaker statement =
        reading("orders").where(all(is("customer_id"), in("shop_id", 3), between("created_at")));
    AdvisorOptions strict = new AdvisorOptions(1L << 40, 5, 1, 0, 1, 0.01);
    AdvisedServer server = Servers.mysql(List.of(ORDERS), statement.selectAll().called(OFTEN));

    assertThat(new IndexAdvisor(strict).advise(server).indexes()).isNotEmpty();
    assertThat(
            new IndexAdvisor(new AdvisorOptions(1L << 40, 5, 1, 0, 1, 1)).advise(server).indexes())
        .isEmpty();
  }
}
