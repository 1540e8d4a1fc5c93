package dev.watershed.analyzer.consolidation.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.MoveProblem;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.inference.CatalogFixture;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.workload.OriginTag;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ReferentialAction;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WhatIfTest {

  /** Per second, of the hundred that are observed. */
  private static final double ONE = 1 / CouplingFixture.SECONDS;

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("booking", List.of("shop.orders", "shop.items"), List.of())
          .service("plan", List.of("plan.*"), List.of())
          .service("schedule", List.of("stock.*"), List.of())
          .tables("shop.orders", "shop.items", "plan.slots", "plan.plans", "stock.days")
          .in("shop")
          .transaction(
              "booking", 4, "INSERT INTO orders SET a = 1", "UPDATE plan.slots SET used = 1")
          .run("booking", 10, "SELECT s.id FROM plan.slots s JOIN orders o ON o.slot_id = s.id")
          .run("plan", 3, "SELECT id FROM plan.slots")
          .run("schedule", 20, "UPDATE plan.slots s, stock.days d SET s.free = d.free");

  private final Catalog catalog =
      new CatalogFixture()
          .table(
              "shop.orders",
              CatalogFixture.key(
                  "plan.slots", ReferentialAction.RESTRICT, ReferentialAction.RESTRICT))
          .table("shop.items")
          .table("plan.slots")
          .table("plan.plans")
          .table("stock.days")
          .view("plan.open_slots", "select id from plan.slots where free > 0")
          .trigger("plan.tr", "AFTER UPDATE", "slots", "INSERT INTO plan.plans (id) VALUES (1)")
          .build();

  private WhatIf judge(Move... moves) {
    CouplingFacts facts =
        CouplingAnalysis.of(fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE);
    WhatIfInput input =
        new WhatIfInput(
            facts, new TreeMap<>(Map.of("db", catalog)), new TreeMap<>(Map.of("booking", "core")));
    return WhatIf.of(input, Arrays.asList(moves));
  }

  private static Move.MoveTables move(String table, String owner, String schema) {
    return new Move.MoveTables(
        List.of(TablePattern.parse(table)),
        Optional.of(owner).filter(name -> !name.isEmpty()),
        Optional.of(schema).filter(name -> !name.isEmpty()),
        Optional.empty());
  }

  private static void assertRates(Crossings crossings, double... calls) {
    double[] rates = {
      crossings.foreignReads(),
      crossings.foreignWrites(),
      crossings.ownerJoins(),
      crossings.schemaJoins(),
      crossings.ownerWritingTransactions()
    };
    for (int rate = 0; rate < rates.length; rate++) {
      assertThat(rates[rate]).as("rate " + rate).isCloseTo(calls[rate] * ONE, within(1e-9));
    }
  }

  @Test
  void withoutMovesItIsAsItIs() {
    WhatIf none = judge();
    assertThat(none.steps()).isEmpty();
    assertRates(none.today(), 10, 24, 30, 30, 4);
    assertThat(none.afterAll()).isEqualTo(none.today());
  }

  @Test
  void aTableThatGoesToWhoWritesItMostLeavesTheOthersCalls() {
    WhatIf whatIf = judge(move("plan.slots", "schedule", "stock"));
    Step step = whatIf.steps().get(0);
    assertThat(step.tables()).containsExactly("plan.slots");
    assertRates(step.after(), 13, 4, 10, 10, 4);
    assertThat(step.callsPerSecond()).isCloseTo(17 * ONE, within(1e-9));
    assertThat(step.effort().statementsToCalls()).isEqualTo(1);
    assertThat(step.effort().tablesToPlace()).isEqualTo(3);
    assertThat(step.effort().services()).containsExactly("booking", "plan", "schedule");
    assertThat(step.effort().teams()).containsExactly("core");
    assertThat(step.effort().bytesToCopy()).isZero();
    assertThat(step.effort().size()).isEqualTo(Effort.Size.S);
    assertThat(step.obstacles())
        .extracting(Obstacle::subject)
        .containsExactly("plan.open_slots", "plan.tr");
    assertThat(step.obstacles()).extracting(Obstacle::prevents).containsExactly(false, true);
  }

  /** Four pairs of a service and a statement name the table. */
  @Test
  void placesInTheCodeAreCountedAsFarAsTagsTellThem() {
    Step untold = judge(move("plan.slots", "schedule", "stock")).steps().get(0);
    assertThat(untold.effort().callSites()).isZero();
    assertThat(untold.effort().statementsWithoutCallSite()).isEqualTo(4);
  }

  @Test
  void onePlaceThatSendsTwoStatementsIsOne() {
    fixture
        .tags(new OriginTag("controller", "stock"))
        .run("plan", 1, "SELECT id FROM plan.slots")
        .run("plan", 1, "UPDATE plan.slots SET a = 1")
        .tags(new OriginTag("controller", "days"))
        .run("plan", 1, "SELECT id FROM plan.slots")
        .run("plan", 1, "SELECT id FROM plan.plans");
    Effort effort = judge(move("plan.slots", "schedule", "stock")).steps().get(0).effort();
    assertThat(effort.callSites()).isEqualTo(2);
    assertThat(effort.statementsWithoutCallSite()).isEqualTo(3);
    assertThat(effort.text()).contains("2 places in the code by tags");
  }

  @Test
  void whatChangesOwnerOnlyStaysWhereItIs() {
    Step step = judge(move("plan.slots", "schedule", "")).steps().get(0);
    assertRates(step.after(), 13, 4, 10, 30, 4);
    assertThat(step.effort().tablesToPlace()).isZero();
    assertThat(step.obstacles()).isEmpty();
  }

  @Test
  void mergedServicesAreAtHomeInTheirTables() {
    Step step =
        judge(new Move.MergeServices(List.of("plan", "schedule"), "schedule")).steps().get(0);
    assertThat(step.tables()).containsExactly("plan.plans", "plan.slots");
    assertRates(step.after(), 10, 4, 10, 30, 4);
  }

  @Test
  void stepsBuildOnOneAnother() {
    WhatIf whatIf =
        judge(
            new Move.MergeServices(List.of("plan", "schedule"), "schedule"),
            move("plan.slots", "booking", ""));
    assertThat(whatIf.steps().get(1).before()).isEqualTo(whatIf.steps().get(0).after());
    assertRates(whatIf.afterAll(), 3, 20, 20, 30, 0);
  }

  @Test
  void mergedSchemasHaveNoJoinsBetweenThem() {
    Step step = judge(new Move.MergeSchemas(List.of("plan", "shop"), "plan")).steps().get(0);
    assertThat(step.tables()).containsExactly("shop.items", "shop.orders");
    assertThat(step.after().schemaJoins()).isCloseTo(20 * ONE, within(1e-9));
    assertThat(step.after().ownerJoins()).isEqualTo(step.before().ownerJoins());
  }

  @Test
  void whatGoesToAnotherServerLosesItsKeysJoinsAndTransactions() {
    fixture.server("db").in("far").tables("far.things").run("plan", 1, "SELECT a FROM far.things");
    CouplingFacts facts =
        CouplingAnalysis.of(fixture.server("db2").build(), fixture.mapping(), PartyLevel.SERVICE);
    WhatIfInput input =
        new WhatIfInput(facts, new TreeMap<>(Map.of("db", catalog)), new TreeMap<>());
    Step step =
        WhatIf.of(input, List.of(new Move.MoveSchemas(List.of("plan"), "db2"))).steps().get(0);
    assertThat(step.after().serverJoins()).isCloseTo(30 * ONE, within(1e-9));
    assertThat(step.after().serverWritingTransactions()).isCloseTo(4 * ONE, within(1e-9));
    assertThat(step.effort().joinsToPart()).isEqualTo(2);
    assertThat(step.effort().transactionsToPart()).isEqualTo(0);
    assertThat(step.effort().tablesOfUnknownSize()).isEqualTo(2);
    assertThat(step.obstacles())
        .filteredOn(obstacle -> obstacle.kind() == Obstacle.Kind.FOREIGN_KEY)
        .singleElement()
        .matches(Obstacle::prevents);
  }

  @Test
  void aJoinOverServersMayBeOneOverSchemasToo() {
    fixture
        .run("booking", 7, "SELECT s.id FROM plan.slots s, shop.orders o, stock.days d")
        .server("db")
        .tables("far.things");
    CouplingFacts facts =
        CouplingAnalysis.of(fixture.server("db2").build(), fixture.mapping(), PartyLevel.SERVICE);
    WhatIfInput input =
        new WhatIfInput(facts, new TreeMap<>(Map.of("db", catalog)), new TreeMap<>());
    Step step =
        WhatIf.of(input, List.of(new Move.MoveSchemas(List.of("plan"), "db2"))).steps().get(0);
    assertThat(step.before().schemaJoins()).isCloseTo(37 * ONE, within(1e-9));
    assertThat(step.after().serverJoins()).isCloseTo(37 * ONE, within(1e-9));
    assertThat(step.after().schemaJoins()).isCloseTo(7 * ONE, within(1e-9));
  }

  @Test
  void retiredTablesCrossNothing() {
    Step step =
        judge(new Move.RetireTables(List.of(TablePattern.parse("plan.slots")))).steps().get(0);
    assertRates(step.after(), 0, 0, 0, 0, 0);
    assertThat(step.obstacles())
        .extracting(Obstacle::kind)
        .contains(Obstacle.Kind.FOREIGN_KEY, Obstacle.Kind.VIEW, Obstacle.Kind.TRIGGER);
    assertThat(step.obstacles())
        .filteredOn(obstacle -> obstacle.kind() != Obstacle.Kind.FOREIGN_KEY)
        .extracting(Obstacle::message)
        .containsExactly(
            "names plan.slots, which would be gone: change or drop it first",
            "fires on plan.slots and would be gone with it: see first that nothing needs what it"
                + " does");
  }

  @Test
  void namesThatDoNotExistAreProblemsOfTheirMove() {
    WhatIf whatIf =
        judge(
            move("plan.slots", "schedule", "stock"),
            move("plan.slots", "booking", ""),
            new Move.MergeServices(List.of("plann"), "plan"),
            new Move.MoveSchemas(List.of("plan"), "db9"));
    assertThat(whatIf.steps()).isEmpty();
    assertThat(whatIf.problems())
        .extracting(MoveProblem::move, MoveProblem::message)
        .containsExactly(
            tuple(1, "no table fits plan.slots"),
            tuple(2, "there is no service plann"),
            tuple(3, "there is no server db9"));
    assertThat(whatIf.problems().get(0).known()).contains("stock.slots");
  }

  @Test
  void twoTablesOfOneNameAreAProblem() {
    fixture.tables("stock.slots");
    assertThat(judge(move("plan.slots", "", "stock")).problems())
        .extracting(MoveProblem::message)
        .containsExactly("two tables would be stock.slots on db");
  }
}
