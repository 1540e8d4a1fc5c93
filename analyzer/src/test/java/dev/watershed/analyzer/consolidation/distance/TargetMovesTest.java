package dev.watershed.analyzer.consolidation.distance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetMovesTest {

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("plan", List.of("plan.*"), List.of())
          .service("schedule", List.of("stock.*"), List.of())
          .tables("plan.slots", "plan.old slots", "stock.days")
          .run("plan", 1, "SELECT id FROM plan.slots");

  private List<String> moves(TargetFixture target) {
    CouplingFacts facts =
        CouplingAnalysis.of(fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE);
    return TargetMoves.of(facts.input(), TargetPlacement.of(target.build(), facts)).stream()
        .map(Move::text)
        .toList();
  }

  @Test
  void tablesThatLackTheSameAreOneMove() {
    assertThat(moves(new TargetFixture().owner("schedule", "stock", "", "plan.*", "stock.*")))
        .containsExactly(
            "move plan.old?slots, plan.slots to the owner schedule to the schema stock");
  }

  /** Both are there while rows are copied. */
  @Test
  void aTableWhosePlaceIsTakenGetsItsOwnerAlone() {
    fixture.tables("stock.slots");
    assertThat(moves(new TargetFixture().owner("schedule", "stock", "", "plan.slots")))
        .containsExactly("move plan.slots to the owner schedule");
  }

  @Test
  void whatIsWhereItShouldBeDoesNotMove() {
    assertThat(moves(new TargetFixture().owner("plan", "plan", "db", "plan.*"))).isEmpty();
  }
}
