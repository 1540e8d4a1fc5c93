package dev.watershed.analyzer.consolidation.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.consolidation.crossing.CrossingCounter;
import dev.watershed.analyzer.consolidation.crossing.Crossings;
import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.placement.Planner;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TargetDistanceTest {

  /** Per second, of the hundred that are observed. */
  private static final double ONE = 1 / CouplingFixture.SECONDS;

  private static final List<String> SERVICES = List.of("booking", "plan", "schedule");
  private static final List<String> TABLES =
      List.of("shop.orders", "shop.items", "plan.slots", "plan.plans", "stock.days");

  private CouplingFixture fixture =
      new CouplingFixture()
          .service("booking", List.of("shop.*"), List.of())
          .service("plan", List.of("plan.*"), List.of())
          .service("schedule", List.of("stock.*"), List.of())
          .tables(TABLES.toArray(String[]::new));

  private CouplingFacts facts() {
    return CouplingAnalysis.of(fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE);
  }

  private static TargetDistance measure(CouplingFacts facts, TargetArchitecture target) {
    TargetPlacement placement = TargetPlacement.of(target, facts);
    assertThat(placement.problems()).isEmpty();
    return TargetDistance.of(facts, placement, new BitSet());
  }

  private static TargetFixture slotsToSchedule() {
    return new TargetFixture()
        .owner("schedule", "stock", "", "plan.slots", "stock.*")
        .owner("booking", "", "", "shop.orders")
        .owner("plan", "", "", "plan.plans");
  }

  @Test
  void whoWorksAsTheTargetWantsIsAtItsEnd() {
    fixture
        .run("schedule", 9, "UPDATE plan.slots SET a = 1")
        .run("plan", 9, "UPDATE plan.plans SET a = 1")
        .transaction("booking", 4, "UPDATE shop.orders SET a = 1", "UPDATE shop.items SET a = 1");
    TargetDistance distance = measure(facts(), slotsToSchedule().build());
    assertThat(distance.writers()).isEmpty();
    assertThat(distance.transactions()).isEmpty();
    assertThat(distance.crossingTarget()).isEqualTo(new Crossings(0, 0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(distance.crossingToday().foreignWrites()).isCloseTo(9 * ONE, within(1e-9));
    assertThat(distance.placement()).isEqualTo(new PlacementCounts(4, 1, 1, 0, 1, 0, 0));
    assertThat(distance.unnamedTables()).isEqualTo(1);
  }

  @Test
  void whatStillCrossesIsSaidOfEachOwnerWithItsStatements() {
    fixture
        .run("plan", 3, "SELECT id FROM plan.slots")
        .run("stranger", 2, "UPDATE plan.slots SET a = 1")
        .transaction(
            "booking", 4, "INSERT INTO shop.orders SET a = 1", "UPDATE plan.slots SET a = 1")
        .run("booking", 10, "SELECT s.id FROM plan.slots s JOIN shop.orders o ON o.a = s.id");
    TargetDistance distance = measure(facts(), slotsToSchedule().build());
    assertThat(distance.crossingTarget().foreignReads()).isCloseTo(13 * ONE, within(1e-9));
    assertThat(distance.crossingTarget().foreignWrites()).isCloseTo(6 * ONE, within(1e-9));
    OwnerDistance schedule =
        distance.owners().stream()
            .filter(each -> each.owner().equals("schedule"))
            .findFirst()
            .orElseThrow();
    assertThat(schedule.foreignReads()).isCloseTo(13 * ONE, within(1e-9));
    assertThat(schedule.foreignWrites()).isCloseTo(6 * ONE, within(1e-9));
    assertThat(schedule.statements().get(0).evidence().callsPerSecond())
        .isCloseTo(10 * ONE, within(1e-9));
    assertThat(schedule.statements()).hasSize(4);
    assertThat(distance.writers())
        .extracting(StrayWriter::writer, StrayWriter::table, StrayWriter::service)
        .containsExactly(
            tuple("booking", "plan.slots", true), tuple("(unattributed)", "plan.slots", false));
    assertThat(distance.strayServices()).isEqualTo(1);
    PartedTransaction parted = distance.transactions().get(0);
    assertThat(parted.party()).isEqualTo("booking");
    assertThat(parted.owners()).containsExactly("booking", "schedule");
    assertThat(parted.tables()).containsExactly("plan.slots", "shop.orders");
    assertThat(parted.perSecond()).isCloseTo(4 * ONE, within(1e-9));
    assertThat(parted.digests()).hasSize(2);
  }

  @Test
  void anotherServerPartsJoinsAndTransactionsOfOneOwner() {
    fixture
        .transaction("plan", 4, "UPDATE plan.plans SET a = 1", "UPDATE plan.slots SET a = 1")
        .run("plan", 10, "SELECT s.id FROM plan.slots s JOIN plan.plans p ON p.a = s.id");
    TargetDistance distance =
        measure(facts(), new TargetFixture().owner("plan", "", "db2", "plan.slots").build());
    assertThat(distance.crossingTarget().serverJoins()).isCloseTo(10 * ONE, within(1e-9));
    assertThat(distance.transactions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.dataSets()).containsExactly("db", "db2");
              assertThat(each.owners()).containsExactly("plan");
            });
  }

  @Test
  void tablesThatEverybodyReadsMakeNothingCross() {
    fixture
        .run("plan", 9, "SELECT id FROM shop.orders")
        .run("plan", 1, "SELECT id FROM shop.items");
    CouplingFacts facts = facts();
    BitSet hubs = new BitSet();
    hubs.set(facts.input().tables().find("db", "shop", "orders").orElseThrow());
    TargetPlacement placement =
        TargetPlacement.of(new TargetFixture().owner("booking", "", "", "shop.*").build(), facts);
    TargetDistance distance = TargetDistance.of(facts, placement, hubs);
    assertThat(distance.crossingTarget().foreignReads()).isCloseTo(ONE, within(1e-9));
    assertThat(distance.owners().get(0).foreignReads()).isCloseTo(ONE, within(1e-9));
  }

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  /**
   * Moves that were written out lead to the very placement, after which nothing is to place; owners
   * and transactions add up to what the counter says.
   */
  @ParameterizedTest
  @MethodSource("seeds")
  void movesLeadToTheTargetAndPartsAddUp(int seed) {
    Random random = new Random(seed);
    for (int statement = 0; statement < 12; statement++) {
      String table = any(random, TABLES);
      String service = any(random, SERVICES);
      int times = 1 + random.nextInt(9);
      switch (random.nextInt(4)) {
        case 0 -> fixture.run(service, times, "SELECT id FROM " + table);
        case 1 -> fixture.run(service, times, "UPDATE " + table + " SET a = 1");
        case 2 ->
            fixture.run(
                service,
                times,
                "SELECT x.a FROM " + table + " x JOIN " + any(random, TABLES) + " y ON x.a = y.a");
        default ->
            fixture.transaction(
                service,
                times,
                "UPDATE " + table + " SET b = 1",
                "UPDATE " + any(random, TABLES) + " SET c = 1");
      }
    }
    TargetFixture target = new TargetFixture();
    for (String table : TABLES) {
      if (random.nextInt(4) > 0) {
        target.owner(any(random, SERVICES), random.nextBoolean() ? "new" : "", "", table);
      }
    }
    CouplingFacts facts = facts();
    TargetPlacement placement = TargetPlacement.of(target.build(), facts);
    TargetDistance distance = TargetDistance.of(facts, placement, new BitSet());
    List<Move> moves = TargetMoves.of(facts.input(), placement);
    Planner.Planned planned = Planner.apply(facts.input(), placement.today(), moves);
    assertThat(planned.problems()).isEmpty();
    Placement end =
        moves.isEmpty() ? placement.today() : planned.placements().get(moves.size() - 1);
    for (int table = 0; table < end.tables(); table++) {
      assertThat(end.owner(table)).isEqualTo(placement.target().owner(table));
      assertThat(end.schema(table)).isEqualTo(placement.target().schema(table));
    }
    CrossingCounter counter = new CrossingCounter(facts.input(), new BitSet());
    assertThat(distance.crossingTarget()).isEqualTo(counter.count(end));
    assertThat(distance.partedPerSecond())
        .isCloseTo(distance.crossingTarget().ownerWritingTransactions(), within(1e-9));
    double owned =
        distance.owners().stream()
            .mapToDouble(owner -> owner.foreignReads() + owner.foreignWrites())
            .sum();
    BitSet named = new BitSet();
    placement.gaps().forEach(gap -> named.set(gap.table()));
    assertThat(owned).isGreaterThanOrEqualTo(counter.foreign(end, named) - 1e-9);
  }

  private static String any(Random random, List<String> names) {
    return names.get(random.nextInt(names.size()));
  }
}
