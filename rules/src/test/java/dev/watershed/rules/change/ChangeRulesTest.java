package dev.watershed.rules.change;

import static dev.watershed.analyzer.index.TableMaker.keyless;
import static dev.watershed.analyzer.index.TableMaker.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.change.ChangePlace;
import dev.watershed.analyzer.change.ChangedTable;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.StatisticTable;
import dev.watershed.analyzer.index.TableMaker;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Location;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules about definitions: {@code shop} reads and writes orders, {@code stock} owns items. Each
 * fires on its change, and on none of the others.
 */
class ChangeRulesTest {

  private static final List<RuleKind> KINDS =
      List.of(
          UsedTableRule.KIND,
          UsedColumnRule.KIND,
          UsedIndexRule.KIND,
          RequiredColumnRule.KIND,
          NarrowedColumnRule.KIND,
          JoinKeyTypeRule.KIND,
          NewTableOwnerRule.KIND,
          ForeignKeyOwnerRule.KIND,
          RepeatedIndexRule.KIND,
          KeylessTableRule.KIND);

  private static final ChangePlace PLACE = new ChangePlace("V7__change.sql", 7, 3);

  /** A change and the table that comes of it; without one the table is gone. */
  private record Step(SchemaChange change, Optional<TableMaker> after) {}

  private static TableMaker orders() {
    return unkeyed().key("ix_member", false, "member");
  }

  private static TableMaker unkeyed() {
    return table("orders")
        .numbers("member", "price")
        .column("code", "varchar(20)")
        .column("unused", "int")
        .rows(60_000, 600);
  }

  private static ChangedTable at(String table) {
    return new ChangedTable(PLACE, TableMaker.SCHEMA, table);
  }

  private static ColumnDefinition column(TableMaker table, String name) {
    return table.make().definition().column(name).orElseThrow();
  }

  private static IndexDefinition index(TableMaker table, String name) {
    return table.make().definition().indexes().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static TableMaker without(String name) {
    TableMaker left = table("orders").rows(60_000, 600);
    for (ColumnDefinition each : orders().make().definition().columns()) {
      if (!each.name().equals(name) && !each.name().equals("id")) {
        left.column(each.name(), each.type());
      }
    }
    return name.equals("member") ? left : left.key("ix_member", false, "member");
  }

  static Stream<Arguments> changes() {
    TableDefinition orders = orders().make().definition();
    return Stream.of(
        of("a used table", gone(new SchemaChange.TableDropped(at("orders"), orders)), "used-table"),
        of("an unused table", gone(new SchemaChange.TableDropped(at("old"), orders)), ""),
        of(
            "a used column",
            left(
                new SchemaChange.ColumnDropped(at("orders"), column(orders(), "price")),
                without("price")),
            "used-column"),
        of(
            "an unused column",
            left(
                new SchemaChange.ColumnDropped(at("orders"), column(orders(), "unused")),
                without("unused")),
            ""),
        of(
            "an index that is needed",
            left(
                new SchemaChange.IndexDropped(at("orders"), index(orders(), "ix_member")),
                table("orders")
                    .numbers("member", "price")
                    .column("code", "varchar(20)")
                    .column("unused", "int")
                    .rows(60_000, 600)),
            "used-index"),
        of(
            "an index that is replaced",
            left(
                new SchemaChange.IndexDropped(at("orders"), index(orders(), "ix_member")),
                without("").key("ix_member_price", false, "member", "price")),
            ""),
        of(
            "a column that writers have to give",
            left(
                new SchemaChange.ColumnAdded(
                    at("orders"), column(table("t").column("channel", "int"), "channel"), true),
                orders().column("channel", "int")),
            "required-column"),
        of(
            "a column that may be NULL",
            left(
                new SchemaChange.ColumnAdded(
                    at("orders"),
                    column(table("t").column("channel", "int", true), "channel"),
                    true),
                orders().column("channel", "int", true)),
            ""),
        of(
            "a type that holds less",
            left(
                new SchemaChange.ColumnRetyped(
                    at("orders"),
                    column(orders(), "code"),
                    column(table("t").column("code", "varchar(8)"), "code"),
                    SchemaChange.Narrowing.VALUES),
                orders()),
            "narrowed-column"),
        of(
            "a type that holds more",
            left(
                new SchemaChange.ColumnRetyped(
                    at("orders"),
                    column(orders(), "code"),
                    column(table("t").column("code", "varchar(40)"), "code"),
                    SchemaChange.Narrowing.NONE),
                orders()),
            ""),
        of(
            "a join key of another type",
            left(
                new SchemaChange.ColumnRetyped(
                    at("orders"),
                    column(orders(), "member"),
                    column(table("t").column("member", "varchar(20)"), "member"),
                    SchemaChange.Narrowing.NONE),
                table("orders")
                    .column("member", "varchar(20)")
                    .numbers("price")
                    .column("code", "varchar(20)")
                    .column("unused", "int")
                    .key("ix_member", false, "member")
                    .rows(60_000, 600)),
            "join-key-type"),
        of("a table of nobody", made("nobody", table("nobody").numbers("a")), "new-table-owner"),
        of("a table of somebody", made("order_notes", table("order_notes").numbers("a")), ""),
        of(
            "a table without a key",
            made("order_notes", keyless("order_notes").numbers("a")),
            "keyless-table"),
        of(
            "a foreign key to another owner",
            made("order_items", table("order_items").numbers("item").foreignKey("item", "items")),
            "foreign-key-owner"),
        of(
            "a foreign key within one owner",
            made("order_notes", table("order_notes").numbers("o").foreignKey("o", "orders")),
            ""),
        of(
            "an index like another",
            left(
                new SchemaChange.IndexAdded(
                    at("orders"), index(orders().key("ix_again", false, "member"), "ix_again")),
                orders().key("ix_again", false, "member")),
            "repeated-index"),
        of(
            "an index of its own",
            left(
                new SchemaChange.IndexAdded(
                    at("orders"), index(orders().key("ix_price", false, "price"), "ix_price")),
                orders().key("ix_price", false, "price")),
            ""));
  }

  private static Arguments of(String says, Step step, String rule) {
    return Arguments.of(says, step, rule);
  }

  private static Step gone(SchemaChange change) {
    return new Step(change, Optional.empty());
  }

  private static Step left(SchemaChange change, TableMaker after) {
    return new Step(change, Optional.of(after));
  }

  private static Step made(String name, TableMaker table) {
    return left(new SchemaChange.TableCreated(at(name), table.make().definition()), table);
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("changes")
  void eachFiresOnItsOwn(String says, Step step, String rule) {
    FleetFacts facts = facts(step, new TreeMap<>());
    List<String> fired =
        KINDS.stream()
            .filter(kind -> !Judging.judge(kind, facts).violations().isEmpty())
            .map(RuleKind::name)
            .toList();
    assertThat(fired).isEqualTo(rule.isEmpty() ? List.of() : List.of(rule));
  }

  @Test
  void namesThePlaceAndTheCulprits() {
    Step step =
        left(
            new SchemaChange.ColumnDropped(at("orders"), column(orders(), "price")),
            without("price"));
    Violation violation =
        Judging.judge(UsedColumnRule.KIND, facts(step, new TreeMap<>())).violations().get(0);
    assertThat(violation.location()).contains(new Location("V7__change.sql", 7, 3));
    assertThat(violation.services()).containsExactly("shop");
    assertThat(violation.key().text()).isEqualTo("used-column::shop.orders:price");
    assertThat(violation.message()).contains("2 statements of shop, 600 calls");
  }

  /** What the only reader sent before it was deployed says nothing about what it needs. */
  @Test
  void aColumnMayGoAfterItsLastReader() {
    Step step =
        left(
            new SchemaChange.ColumnDropped(at("orders"), column(orders(), "price")),
            without("price"));
    TreeMap<String, Instant> deployed = new TreeMap<>();
    deployed.put("shop", Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(Judging.judge(UsedColumnRule.KIND, facts(step, deployed)).violations()).isEmpty();
    deployed.put("shop", Instant.parse("2026-11-22T00:00:00Z"));
    assertThat(Judging.judge(UsedColumnRule.KIND, facts(step, deployed)).violations()).hasSize(1);
  }

  /** The same text means the tables of each schema in which it runs, however rarely. */
  @Test
  void aColumnIsUsedInEverySchemaInWhichItsReaderRuns() {
    WorkloadFixture tenants =
        new WorkloadFixture()
            .statement("SELECT price FROM orders WHERE member = 1")
            .schema("other")
            .user("rental")
            .run(FleetFactsFixture.times(300, 2_000))
            .schema(TableMaker.SCHEMA)
            .user("shop")
            .run(FleetFactsFixture.times(300, 1_000));
    Step step =
        left(
            new SchemaChange.ColumnDropped(at("orders"), column(orders(), "price")),
            without("price"));
    assertThat(violations(UsedColumnRule.KIND, tenants, step))
        .singleElement()
        .satisfies(violation -> assertThat(violation.services()).containsExactly("shop"));
  }

  /**
   * Of several changes each is blamed for its own column, not for what a statement joins besides.
   */
  @Test
  void aJoinIsBlamedOnTheChangeOfItsColumn() {
    FleetFacts today =
        new FleetFactsFixture(
                new WorkloadFixture()
                    .user("shop")
                    .statement(
                        "SELECT o.price FROM shop.orders o JOIN shop.items i ON o.member = i.member"
                            + " JOIN shop.notes n ON n.z = o.price")
                    .run(FleetFactsFixture.times(300, 1_000)))
            .table(orders())
            .table(table("items").numbers("member").rows(500, 5))
            .table(table("notes").numbers("z").rows(500, 5))
            .build();
    TableMaker retyped =
        table("orders").column("member", "varchar(20)").numbers("price").rows(60_000, 600);
    TableMaker widened = table("notes").column("z", "bigint").rows(500, 5);
    Step first =
        left(
            new SchemaChange.ColumnRetyped(
                at("orders"),
                column(orders(), "member"),
                column(retyped, "member"),
                SchemaChange.Narrowing.NONE),
            retyped);
    Step second =
        left(
            new SchemaChange.ColumnRetyped(
                at("notes"),
                column(table("notes").numbers("z"), "z"),
                column(widened, "z"),
                SchemaChange.Narrowing.NONE),
            widened);
    FleetFacts facts = facts(today, List.of(first, second), new TreeMap<>());
    assertThat(Judging.judge(JoinKeyTypeRule.KIND, facts).violations())
        .extracting(violation -> violation.key().text())
        .containsExactly("join-key-type::shop.orders:member");
  }

  /** A column goes once the service that reads it is deployed. */
  private static List<Violation> withoutPrice(FleetFacts today) {
    TreeMap<String, Instant> deployed = new TreeMap<>();
    deployed.put("shop", Instant.parse("2026-11-24T00:00:00Z"));
    Step step =
        left(
            new SchemaChange.ColumnDropped(at("orders"), column(orders(), "price")),
            without("price"));
    return Judging.judge(UsedColumnRule.KIND, facts(today, step, deployed)).violations();
  }

  /** No deployment says that an account which no service claims does without the column. */
  @Test
  void aColumnStaysWhileNobodyKnowsAllOfItsReaders() {
    WorkloadFixture both =
        new WorkloadFixture()
            .user("shop")
            .statement("SELECT price FROM shop.orders WHERE member = 1")
            .run(FleetFactsFixture.times(300, 1_000))
            .user("cron")
            .run(FleetFactsFixture.times(3, 1_000));
    FleetFacts today =
        new FleetFactsFixture(both)
            .service("shop", List.of("shop.orders"), List.of())
            .table(orders())
            .build();
    assertThat(withoutPrice(today))
        .singleElement()
        .satisfies(
            violation ->
                assertThat(violation.remedy())
                    .endsWith(
                        "Accounts that no service claims send it, so that no deployment takes it out"
                            + " of count: match of a service claims them."));
  }

  /** Counters alone do not say who sends a statement, and so not that nobody does any more. */
  @Test
  void aColumnStaysWhileNobodySawItsReaders() {
    FleetFacts today = fixture().unsampled().build();
    assertThat(withoutPrice(today))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.services()).isEmpty();
              assertThat(violation.remedy())
                  .contains("Who sends each of them was not seen, so that no deployment takes it")
                  .contains("a slow log tells it, or the sessions that collect --every samples.");
            });
  }

  /** REPLACE without the column fails as INSERT does; ENUM begins with its first value. */
  @Test
  void aColumnIsRequiredOfReplaceToo() {
    WorkloadFixture replacing =
        new WorkloadFixture()
            .user("shop")
            .statement("REPLACE INTO shop.orders (member, price, code) VALUES (1, 2, 'a')")
            .run(FleetFactsFixture.times(300, 1_000));

    assertThat(violations(RequiredColumnRule.KIND, replacing, added("int"))).hasSize(1);
    assertThat(violations(RequiredColumnRule.KIND, replacing, added("enum('web','app')")))
        .isEmpty();
  }

  private static Step added(String type) {
    TableMaker after = orders().column("channel", type);
    return left(new SchemaChange.ColumnAdded(at("orders"), column(after, "channel"), true), after);
  }

  /** The server refuses a hint by a name that no index has, however well others serve. */
  @Test
  void aHintNeedsAnIndexOfItsName() {
    WorkloadFixture hinting =
        new WorkloadFixture()
            .user("shop")
            .statement("SELECT price FROM shop.orders FORCE INDEX (ix_member) WHERE member = 1")
            .run(FleetFactsFixture.times(300, 1_000));
    SchemaChange dropped =
        new SchemaChange.IndexDropped(at("orders"), index(orders(), "ix_member"));
    SchemaChange renamed = new SchemaChange.IndexRenamed(at("orders"), "ix_member", "ix_m");

    assertThat(
            violations(
                UsedIndexRule.KIND, hinting, left(renamed, unkeyed().key("ix_m", false, "member"))))
        .singleElement()
        .satisfies(violation -> assertThat(violation.message()).startsWith("a hint names it in"));
    assertThat(
            violations(
                UsedIndexRule.KIND,
                hinting,
                left(dropped, unkeyed().key("ix_member", false, "price"))))
        .as("its index has the name in the end")
        .noneMatch(violation -> violation.message().startsWith("a hint names it in"));
  }

  private static List<Violation> violations(RuleKind kind, WorkloadFixture workload, Step step) {
    FleetFacts today = new FleetFactsFixture(workload).table(orders()).build();
    return Judging.judge(kind, facts(today, step, new TreeMap<>())).violations();
  }

  /** What the optimizer may not use serves no statement. */
  @Test
  void anIndexLikeAHiddenOneIsNotSuperfluous() {
    IndexDefinition shown = index(orders().key("ix_again", false, "price"), "ix_again");
    IndexDefinition hidden =
        new IndexDefinition("ix_hidden", false, shown.kind(), false, false, shown.parts());
    Step step =
        left(new SchemaChange.IndexAdded(at("orders"), shown), orders().index(shown).index(hidden));

    assertThat(Judging.judge(RepeatedIndexRule.KIND, facts(step, new TreeMap<>())).violations())
        .isEmpty();
  }

  @Test
  void withoutAChangeTheyDoNotApply() {
    FleetFacts facts = fixture().build();
    for (RuleKind kind : KINDS) {
      assertThat(Judging.judge(kind, facts)).as(kind.name()).isEqualTo(Verdict.nothingConfigured());
    }
  }

  private static FleetFactsFixture fixture() {
    long[] times = FleetFactsFixture.times(300, 1_000);
    WorkloadFixture workload =
        new WorkloadFixture()
            .user("shop")
            .statement("SELECT price FROM shop.orders WHERE member = 1")
            .run(times)
            .statement("INSERT INTO shop.orders (member, price, code) VALUES (1, 2, 'a')")
            .run(times)
            .statement("SELECT i.id FROM shop.items i JOIN shop.orders o ON o.member = i.member")
            .run(times);
    return new FleetFactsFixture(workload)
        .service("shop", List.of("shop.order%", "shop.old"), List.of())
        .service("stock", List.of("shop.items"), List.of())
        .table(orders())
        .table(table("old").numbers("a").rows(9, 1))
        .table(table("items").numbers("member").rows(500, 5));
  }

  private static FleetFacts facts(Step step, TreeMap<String, Instant> deployed) {
    return facts(fixture().build(), step, deployed);
  }

  private static FleetFacts facts(FleetFacts today, Step step, TreeMap<String, Instant> deployed) {
    return facts(today, List.of(step), deployed);
  }

  private static FleetFacts facts(
      FleetFacts today, List<Step> steps, TreeMap<String, Instant> deployed) {
    AdvisedServer server = today.data().get(0).input().server();
    List<StatisticTable> after = new ArrayList<>(server.tables());
    for (Step step : steps) {
      String name = step.change().at().table();
      after.removeIf(each -> each.definition().name().equals(name));
      step.after().ifPresent(left -> after.add(left.make()));
    }
    TreeMap<String, ProposedChange.After> ends = new TreeMap<>();
    ends.put(
        "db",
        new ProposedChange.After(
            FleetFactsFixture.catalog(server.tables(), "8.4.6"),
            FleetFactsFixture.catalog(after, "8.4.6"),
            new AdvisedServer(
                server.name(),
                server.version(),
                server.observedSeconds(),
                server.bufferPoolBytes(),
                after,
                server.statements())));
    return today.changedBy(
        new ProposedChange(
            List.of(
                new ProposedChange.Definition(
                    "db", PLACE, steps.stream().map(Step::change).toList(), Optional.empty())),
            List.of(),
            List.of(),
            ends,
            deployed));
  }
}
