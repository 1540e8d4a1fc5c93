package dev.watershed.analyzer.consolidation.crossing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.placement.Placement;
import dev.watershed.analyzer.consolidation.placement.Planner;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.TablePattern;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One class of transactions, which writes a table of each of two owners and reads a third. */
class TransactionWritesTest {

  private static final TablePattern SLOTS = TablePattern.parse("plan.slots");

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("shop", List.of("shop.*"), List.of())
          .service("plan", List.of("plan.*"), List.of())
          .service("stock", List.of("stock.*"), List.of())
          .tables("shop.orders", "plan.slots", "stock.days")
          .transaction(
              "shop",
              4,
              "INSERT INTO shop.orders SET a = 1",
              "UPDATE plan.slots SET a = 1",
              "SELECT a FROM stock.days")
          .server("one")
          .run("stock", 1, "SELECT 1")
          .server("other");

  private final CouplingFacts facts =
      CouplingAnalysis.of(fixture.build(), fixture.mapping(), PartyLevel.SERVICE);

  private Placement after(Move... moves) {
    Planner.Planned planned =
        Planner.apply(facts.input(), Placement.today(facts), Arrays.asList(moves));
    assertThat(planned.problems()).isEmpty();
    return moves.length == 0 ? Placement.today(facts) : planned.placements().get(moves.length - 1);
  }

  private List<String> owners(BitSet hubs, Move... moves) {
    return new TransactionWrites(facts.input(), hubs)
        .owners(0, after(moves)).stream().map(facts.input().parties()::name).toList();
  }

  private Stream<String> dataSets(Move... moves) {
    return new TransactionWrites(facts.input(), new BitSet()).dataSets(0, after(moves)).stream();
  }

  @Test
  void ownersOfWrittenTablesCountAndOfReadOnesDoNot() {
    assertThat(owners(new BitSet())).containsExactlyInAnyOrder("plan", "shop");
    assertThat(dataSets()).containsExactly("one");
  }

  @Test
  void aHubHasNoOwner() {
    BitSet hubs = new BitSet();
    hubs.set(facts.input().tables().find("one", "plan", "slots").orElseThrow());
    assertThat(owners(hubs)).containsExactly("shop");
  }

  @Test
  void ofATableThatIsCutEachHasAPart() {
    assertThat(owners(new BitSet(), new Move.CutTable(SLOTS, List.of("shop", "plan"))))
        .containsExactly("shop");
  }

  @Test
  void whatIsRetiredIsNotThere() {
    Move retired = new Move.RetireTables(List.of(SLOTS));
    assertThat(owners(new BitSet(), retired)).containsExactly("shop");
  }

  @Test
  void aTableOnAnotherServerMakesTwo() {
    assertThat(dataSets(new Move.MoveSchemas(List.of("plan"), "other")))
        .containsExactly("one", "other");
    assertThat(dataSets(new Move.MoveSchemas(List.of("stock"), "other"))).containsExactly("one");
  }
}
