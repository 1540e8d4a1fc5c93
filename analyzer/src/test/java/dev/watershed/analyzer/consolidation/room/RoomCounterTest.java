package dev.watershed.analyzer.consolidation.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.capacity.CapacityServer;
import dev.watershed.analyzer.capacity.FleetCapacity;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.whatif.Obstacle;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.consolidation.whatif.WhatIf;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.workload.observation.ServerFact;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoomCounterTest {

  private static final int DAYS = 8;

  /** Two servers: one busy at 3 o'clock, the other one, of two schemas, at 15 o'clock. */
  private static FleetFixture fleet(int otherPeak, double cpus, double pool) {
    return fleet(otherPeak, cpus, pool, 1_000_000, 50);
  }

  private static FleetFixture fleet(
      int otherPeak, double cpus, double pool, long redoCapacity, long maxConnections) {
    return new FleetFixture()
        .service("shop", "shop.*")
        .service("stats", "stats.*")
        .service("mail", "mail.*")
        .table("shop.orders", 500)
        .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, 3, 2)
        .observed(1_000, 20, redoCapacity, maxConnections)
        .server("main", cpus, pool, 300)
        .table("stats.events", 200)
        .table("mail.letters", 100)
        .load("stats", "UPDATE stats.events SET a = 1", DAYS, 0.5, otherPeak, 1.5)
        .load("mail", "UPDATE mail.letters SET a = 1", DAYS, 0.25, otherPeak, 0.25)
        .observed(500, 10, 1_000_000, 50)
        .server("side", 4, 1_000, 100);
  }

  private static Step judge(FleetFixture fleet, Move... moves) {
    return last(WhatIf.of(fleet.judged(), List.of(moves)));
  }

  private static Step last(WhatIf whatIf) {
    assertThat(whatIf.problems()).isEmpty();
    return whatIf.steps().get(whatIf.steps().size() - 1);
  }

  private static Move.MoveSchemas all() {
    return new Move.MoveSchemas(List.of("stats", "mail"), "main");
  }

  private static ServerRoom main(Step step) {
    return step.room().after().server("main").orElseThrow();
  }

  @Test
  void peaksAtDifferentHoursAreNotAdded() {
    ServerRoom room = main(judge(fleet(15, 4, 1_000), all()));
    assertThat(room.peakProcessors().orElseThrow()).isCloseTo(2.75, within(1e-6));
    assertThat(room.takesFrom()).containsExactly("side");
    assertThat(room.dataBytes()).hasValue(800);
    assertThat(room.redoBytesPerSecond().orElseThrow()).isCloseTo(1_500, within(1e-6));
    assertThat(room.connections()).hasValue(30);
    assertThat(room.fits()).contains(true);
  }

  /** The processors and connections of a replica come as well. */
  @Test
  void redoOfAReplicaIsNotAddedToThatOfItsPrimary() {
    WhatIfInput judged = fleet(15, 8, 1_000).judged();
    CapacityServer side = judged.capacity().servers().get(1);
    FleetCapacity capacity =
        new FleetCapacity(
            List.of(
                judged.capacity().servers().get(0),
                side,
                new CapacityServer(side.use(), true, side.slots(), side.bill(), side.settings())));
    WhatIfInput input =
        new WhatIfInput(judged.facts(), judged.catalogs(), judged.teams(), capacity);
    ServerRoom room = main(last(WhatIf.of(input, List.of(all()))));
    assertThat(room.redoBytesPerSecond().orElseThrow()).isCloseTo(1_500, within(1e-6));
    assertThat(room.connections()).hasValue(40);
    assertThat(room.peakProcessors().orElseThrow()).isCloseTo(4.5, within(1e-6));
    assertThat(room.fits()).contains(true);
    assertThat(WholeSets.of(capacity, "main", List.of("side")).fits()).contains(true);
  }

  /** Of all of the other server, and of a part, of which it cannot be told. */
  @ParameterizedTest
  @CsvSource({
    "900000, 30, ",
    "899999, 30, ten minutes of redo at the peaks do not fit into the redo log of main",
    "900000, 29, there are more connections than max_connections of main",
  })
  void redoAndConnectionsHaveToFit(long redoCapacity, long maxConnections, String tooMuch) {
    FleetFixture fleet = fleet(15, 4, 1_000, redoCapacity, maxConnections);
    ServerRoom whole = main(judge(fleet, all()));
    assertThat(whole.fits()).contains(tooMuch == null);
    assertThat(whole.tooMuch()).isEqualTo(tooMuch == null ? List.of() : List.of(tooMuch));
    WholeSets sets = WholeSets.of(fleet.judged().capacity(), "main", List.of("side"));
    assertThat(sets.fits()).contains(tooMuch == null);
    assertThat(sets.tooMuch()).hasSize(tooMuch == null ? 0 : 1);
    ServerRoom part = main(judge(fleet, new Move.MoveSchemas(List.of("stats"), "main")));
    assertThat(part.tooMuch()).isEmpty();
    assertThat(part.unknown())
        .isEqualTo(
            tooMuch == null
                ? List.of()
                : List.of(tooMuch + ", if all of what is where the load comes from counts"));
  }

  @Test
  void whatIsLeftOfARangeIsNeverLessThanNothing() {
    assertThat(range(300, 400).minus(range(50, 120))).isEqualTo(range(180, 350));
    assertThat(range(300, 400).minus(range(310, 500))).isEqualTo(range(0, 90));
    assertThat(range(300, 400).plus(range(50, 120))).isEqualTo(range(350, 520));
  }

  @Test
  void peaksAtOnceAre() {
    ServerRoom room = main(judge(fleet(3, 5, 1_000), all()));
    assertThat(room.peakProcessors().orElseThrow()).isCloseTo(3.75, within(1e-6));
    assertThat(room.fits()).contains(false);
    assertThat(room.tooMuch()).singleElement().asString().contains("70 %");
  }

  @Test
  void aServerWithoutTablesIsGivenBackOnceTheOtherIsKnownToHoldAll() {
    Step fitting = judge(fleet(15, 4, 1_000), all());
    assertThat(fitting.room().before().perMonth()).containsExactly(range(400, 400));
    assertThat(fitting.room().after().perMonth()).containsExactly(range(300, 300));
    assertThat(fitting.room().after().server("side").orElseThrow().occupancy())
        .isEqualTo(Occupancy.EMPTY);
    Step unsure = judge(fleet(15, 4, 700), all());
    assertThat(main(unsure).fits()).isEmpty();
    assertThat(unsure.room().after().perMonth()).containsExactly(range(300, 400));
  }

  @Test
  void whatStaysKeepsTheServer() {
    Step step = judge(fleet(15, 4, 1_000), new Move.MoveSchemas(List.of("stats"), "main"));
    assertThat(step.room().after().perMonth()).containsExactly(range(400, 400));
    assertThat(main(step).peakProcessors().orElseThrow()).isCloseTo(2.5, within(1e-6));
    ServerRoom side = step.room().after().server("side").orElseThrow();
    assertThat(side.peakProcessors().orElseThrow()).isCloseTo(0.25, within(1e-6));
    assertThat(side.dataBytes()).hasValue(100);
    assertThat(side.occupancy()).isEqualTo(Occupancy.USED);
  }

  @Test
  void tablesThatNothingUsesKeepItUntilTheyAreRetired() {
    FleetFixture fleet =
        new FleetFixture()
            .service("shop", "shop.*")
            .table("shop.orders", 500)
            .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, 3, 2)
            .server("main", 8, 2_000, 300)
            .table("stats.events", 200)
            .table("old.things", 10)
            .load("shop", "UPDATE stats.events SET a = 1", DAYS, 1, 3, 2)
            .server("side", 4, 1_000, 100);
    Step step = judge(fleet, new Move.MoveSchemas(List.of("stats"), "main"));
    assertThat(step.room().after().server("side").orElseThrow().occupancy())
        .isEqualTo(Occupancy.UNUSED);
    assertThat(step.room().after().perMonth()).containsExactly(range(300, 400));
  }

  /** Such as a temporary table, which is made where its schema is. */
  @Test
  void whatNoCatalogHasGoesWithItsSchema() {
    FleetFixture fleet =
        new FleetFixture()
            .service("shop", "shop.*")
            .service("stats", "stats.*")
            .table("shop.orders", 500)
            .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, 3, 2)
            .observed(1_000, 20, 1_000_000, 50)
            .server("main", 8, 1_000, 300)
            .table("stats.events", 200)
            .load("stats", "INSERT INTO stats.staged SELECT a FROM stats.events", DAYS, 1, 15, 1)
            .observed(500, 10, 1_000_000, 50)
            .server("side", 4, 1_000, 100);
    Step step = judge(fleet, new Move.MoveSchemas(List.of("stats"), "main"));
    assertThat(step.tables()).containsExactly("stats.events");
    assertThat(step.after().serverJoins()).isZero();
    assertThat(step.room().after().server("side").orElseThrow().occupancy())
        .isEqualTo(Occupancy.EMPTY);
    assertThat(step.room().after().perMonth()).containsExactly(range(300, 300));
  }

  @Test
  void otherMovesLeaveServersAsTheyAre() {
    Step step = judge(fleet(15, 4, 1_000), new Move.MergeServices(List.of("mail"), "stats"));
    assertThat(step.room().changes()).isFalse();
    assertThat(step.room().shifts())
        .singleElement()
        .satisfies(
            shift -> {
              assertThat(shift.from()).isEqualTo("mail");
              assertThat(shift.to()).isEqualTo("stats");
              double share = 0.25 * 24 / (0.25 * 24 + 0.5 * 23 + 1.5);
              assertThat(shift.perMonth().low().amount()).isCloseTo(100 * share, within(1e-6));
              assertThat(shift.perMonth().high().amount()).isCloseTo(100 * share, within(1e-6));
            });
  }

  @Test
  void eachServiceThatIsMergedBringsItsCost() {
    Step step =
        judge(fleet(15, 4, 1_000), new Move.MergeServices(List.of("mail", "shop"), "stats"));
    assertThat(step.room().shifts())
        .extracting(CostShift::from, CostShift::to)
        .containsExactlyInAnyOrder(tuple("mail", "stats"), tuple("shop", "stats"));
  }

  @Test
  void anotherOwnerCausesTheCostOfTheCallsOfOthers() {
    FleetFixture fleet =
        new FleetFixture()
            .service("shop", "shop.*")
            .service("stats")
            .table("shop.orders", 500)
            .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, 3, 1)
            .load("stats", "UPDATE shop.orders SET a = 2, p = 1", DAYS, 3, 3, 3)
            .server("main", 8, 2_000, 400);
    Step step =
        judge(
            fleet,
            new Move.MoveTables(
                List.of(TablePattern.parse("shop.orders")),
                Optional.of("stats"),
                Optional.empty(),
                Optional.empty()));
    assertThat(step.room().shifts())
        .singleElement()
        .satisfies(
            shift -> {
              assertThat(shift.from()).isEqualTo("shop");
              assertThat(shift.perMonth().high().amount()).isCloseTo(100, within(1e-6));
            });
  }

  @Test
  void whatIsNotConfiguredStaysUnknown() {
    FleetFixture fleet =
        new FleetFixture()
            .service("shop", "shop.*")
            .service("stats", "stats.*")
            .table("shop.orders")
            .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, 3, 2)
            .server("main")
            .table("stats.events", 200)
            .load("stats", "UPDATE stats.events SET a = 1", DAYS, 1, 3, 2)
            .server("side");
    Step step = judge(fleet, new Move.MoveSchemas(List.of("stats"), "main"));
    assertThat(main(step).fits()).isEmpty();
    assertThat(main(step).unknown())
        .contains("capacity.cpus of main is not configured")
        .anyMatch(clause -> clause.startsWith("the sizes of tables are not known"));
    assertThat(main(step).unchecked()).hasSize(2);
    assertThat(step.room().after().perMonth()).isEmpty();
    assertThat(step.room().after().withoutCost()).containsExactly("main", "side");
  }

  @Test
  void serversThatDifferAreToBeLookedAt() {
    FleetFixture fleet =
        new FleetFixture()
            .service("shop", "shop.*")
            .table("shop.orders", 1)
            .load("shop", "UPDATE shop.orders SET a = 1", DAYS, 1, 3, 2)
            .fact(ServerFact.PRODUCT, "MySQL")
            .fact(ServerFact.VERSION, "9.7.1")
            .fact(ServerFact.SQL_MODE, "STRICT_TRANS_TABLES")
            .server("main")
            .table("stats.events", 1)
            .table("shop.others", 1)
            .load("shop", "UPDATE stats.events SET a = 1", DAYS, 1, 3, 2)
            .fact(ServerFact.PRODUCT, "MariaDB")
            .fact(ServerFact.VERSION, "10.11.9")
            .fact(ServerFact.SQL_MODE, "STRICT_TRANS_TABLES")
            .server("side");
    Step step = judge(fleet, new Move.MoveSchemas(List.of("stats", "shop"), "main"));
    assertThat(step.obstacles())
        .extracting(Obstacle::kind, Obstacle::subject)
        .containsExactlyInAnyOrder(
            tuple(Obstacle.Kind.SCHEMA, "shop of side"),
            tuple(Obstacle.Kind.SETTING, "product"),
            tuple(Obstacle.Kind.SETTING, "version"));
  }

  @Test
  void eachServerThatDiffersIsNamed() {
    FleetFixture fleet = new FleetFixture().service("shop", "shop.*");
    for (String name : List.of("main", "side", "rear")) {
      String schema = name.equals("main") ? "shop" : name;
      fleet
          .table(schema + ".orders", 1)
          .load("shop", "UPDATE " + schema + ".orders SET a = 1", DAYS, 1, 3, 2)
          .fact(ServerFact.PRODUCT, "MySQL")
          .fact(ServerFact.VERSION, "9.7.1")
          .fact(ServerFact.SQL_MODE, "MODE OF " + name)
          .server(name);
    }
    Step step = judge(fleet, new Move.MoveSchemas(List.of("side", "rear"), "main"));
    assertThat(step.obstacles())
        .extracting(Obstacle::subject, obstacle -> obstacle.message().substring(0, 46))
        .containsExactly(
            tuple("sql_mode", "is 'MODE OF main' on main, and 'MODE OF rear' "),
            tuple("sql_mode", "is 'MODE OF main' on main, and 'MODE OF side' "));
  }

  private static MoneyRange range(double low, double high) {
    return new MoneyRange(new Money("JPY", low), new Money("JPY", high));
  }
}
