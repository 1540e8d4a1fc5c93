package dev.watershed.analyzer.consolidation.distance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class TargetPlacementTest {

  private final CouplingFixture fixture =
      new CouplingFixture()
          .service("booking", List.of("shop.*"), List.of())
          .service("plan", List.of("plan.*"), List.of())
          .service("schedule", List.of("stock.*"), List.of())
          .tables("shop.orders", "plan.slots", "plan.slot_days", "plan.plans", "misc.notes")
          .run("booking", 1, "SELECT id FROM shop.orders");

  private TargetPlacement place(TargetFixture target) {
    CouplingFacts facts =
        CouplingAnalysis.of(fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE);
    return TargetPlacement.of(target.build(), facts);
  }

  @Test
  void whatIsWhereItShouldBeHasNothingToPlace() {
    TargetPlacement placed =
        place(
            new TargetFixture()
                .owner("plan", "plan", "db", "plan.*")
                .owner("booking", "", "", "shop.*"));
    assertThat(placed.problems()).isEmpty();
    assertThat(PlacementCounts.of(placed.gaps()))
        .isEqualTo(new PlacementCounts(4, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void everyTableCountsOnceWhateverIsWrongWithIt() {
    TargetPlacement placed =
        place(
            new TargetFixture()
                .owner("schedule", "stock", "db2", "plan.slots", "plan.slot_*")
                .owner("plan", "", "", "plan.*")
                .owner("booking", "shop", "", "misc.notes"));
    assertThat(placed.problems()).isEmpty();
    assertThat(PlacementCounts.of(placed.gaps()))
        .isEqualTo(new PlacementCounts(4, 3, 2, 1, 3, 2, 0));
  }

  @Test
  void theMoreSpecificPatternCounts() {
    TargetPlacement placed =
        place(
            new TargetFixture()
                .owner("plan", "", "", "plan.*")
                .owner("schedule", "", "", "plan.slots"));
    assertThat(placed.problems()).isEmpty();
    assertThat(PlacementCounts.of(placed.gaps()).ownedOtherwise()).isEqualTo(1);
  }

  @Test
  void equallySpecificPatternsOfTwoOwnersContradict() {
    TargetPlacement placed =
        place(
            new TargetFixture()
                .owner("plan", "", "", "pla*.slots")
                .owner("schedule", "", "", "*lan.slots"));
    assertThat(placed.problems())
        .extracting(TargetProblem::place, TargetProblem::message, TargetProblem::fatal)
        .containsExactly(
            tuple(
                "target.yaml:4:1",
                "plan.slots is named twice: *lan.slots fits it as well as pla*.slots at"
                    + " target.yaml:3:1",
                true));
  }

  @Test
  void equallySpecificPatternsOfOneOwnerAndPlaceAgree() {
    TargetPlacement placed =
        place(
            new TargetFixture()
                .owner("plan", "", "", "pla*.slots")
                .owner("plan", "", "", "*lan.slots"));
    assertThat(placed.problems()).isEmpty();
  }

  @Test
  void namesThatAreNotThereAreProblemsOfTheirPlace() {
    TargetPlacement placed =
        place(
            new TargetFixture()
                .owner("plann", "", "", "plan.plans")
                .owner("plan/days", "", "", "plan.slots")
                .owner("plan", "", "", "plan.slot_days", "plan.slotz"));
    assertThat(placed.problems())
        .extracting(TargetProblem::place, TargetProblem::message, TargetProblem::fatal)
        .containsExactly(
            tuple("target.yaml:3", "there is no service plann", true),
            tuple(
                "target.yaml:4",
                "there is no service plan/days (--modules tells modules apart)",
                true),
            tuple("target.yaml:5:2", "no table fits plan.slotz", false));
    assertThat(placed.problems().get(2).known()).contains("plan.slots");
  }

  @Test
  void aTableThatHasArrivedIsRecognizedByItsName() {
    fixture.tables("stock.slots2");
    TargetPlacement arrived =
        place(new TargetFixture().owner("schedule", "stock", "", "plan.slots2", "plan.*"));
    assertThat(arrived.problems()).isEmpty();
    assertThat(arrived.gaps()).filteredOn(gap -> !gap.toPlace()).hasSize(1);
    assertThat(PlacementCounts.of(arrived.gaps()).tables()).isEqualTo(4);
  }

  @Test
  void aWildcardOfAllNamesRecognizesNothingThatArrived() {
    fixture.tables("stock.days");
    assertThat(
            PlacementCounts.of(
                    place(new TargetFixture().owner("schedule", "stock", "", "plan.*")).gaps())
                .tables())
        .isEqualTo(3);
  }

  @Test
  void whileATableIsCopiedTheOldOneStaysToPlaceWhereItIs() {
    fixture.tables("stock.slots");
    TargetPlacement placed =
        place(new TargetFixture().owner("schedule", "stock", "", "plan.slots"));
    assertThat(PlacementCounts.of(placed.gaps()))
        .isEqualTo(new PlacementCounts(2, 1, 1, 0, 1, 0, 1));
    int old = placed.gaps().stream().filter(TableGap::toPlace).findFirst().orElseThrow().table();
    assertThat(placed.target().schema(old)).isEqualTo("plan");
    assertThat(placed.target().owner(old)).isPresent();
  }
}
