package dev.watershed.analyzer.consolidation.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalInput;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.consolidation.proposal.TableActivity;
import dev.watershed.analyzer.consolidation.room.MoneyRange;
import dev.watershed.analyzer.consolidation.room.TableSizes;
import dev.watershed.analyzer.consolidation.whatif.Step;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.TablePattern;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SequenceTest {

  private static final ProposalInput GIVEN = given();

  private static ProposalInput given() {
    CouplingFixture fixture =
        new CouplingFixture()
            .service("shop", List.of("shop.*"), List.of())
            .service("stock", List.of("stock.*"), List.of())
            .service("pay", List.of("pay.*"), List.of())
            .tables("shop.items", "stock.days", "stock.old", "pay.bills")
            .in("shop")
            .run("shop", 10, "UPDATE shop.items SET a = 1")
            .run("stock", 10, "UPDATE stock.days SET a = 1")
            .run("pay", 10, "UPDATE pay.bills SET a = 1")
            .run("shop", 7, "SELECT a FROM stock.days")
            .run("shop", 5, "SELECT a FROM pay.bills");
    WhatIfInput judged =
        new WhatIfInput(
            CouplingAnalysis.of(
                fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE),
            new TreeMap<>(),
            new TreeMap<>());
    return new ProposalInput(
        judged,
        new TableActivity(new TreeMap<>(), Set.of()),
        TableSizes.of(judged.catalogs()),
        List.of(),
        List.of());
  }

  private static Proposal proposal(
      String id,
      ProposalKind kind,
      double benefit,
      double saved,
      Set<String> touches,
      Move... moves) {
    return new Proposal(
        id,
        kind,
        List.of(id),
        Saying.verbatim(id),
        Arrays.asList(moves),
        touches,
        benefit,
        saved == 0
            ? Optional.empty()
            : Optional.of(new MoneyRange(new Money("JPY", saved), new Money("JPY", saved))),
        Confidence.MEDIUM,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Move.MoveTables own(String table, String owner) {
    return new Move.MoveTables(
        List.of(TablePattern.parse(table)), Optional.of(owner), Optional.empty(), Optional.empty());
  }

  private static Move.RetireTables retire(String table) {
    return new Move.RetireTables(List.of(TablePattern.parse(table)));
  }

  private static Plan plan(Proposal... proposals) {
    return Sequence.of(GIVEN, List.of(proposals), List.of());
  }

  private static List<String> ids(Plan plan) {
    return plan.steps().stream().map(step -> step.proposal().id()).toList();
  }

  @Test
  void whatSparesMoreForADaysWorkComesFirstThenWhatSavesMoneyThenWhatTidiesUp() {
    Plan plan =
        plan(
            proposal("tidy", ProposalKind.RETIRE_TABLES, 0, 0, Set.of("a"), retire("stock.old")),
            proposal("saves", ProposalKind.PUT_TOGETHER, 0, 9, Set.of("b")),
            proposal(
                "little", ProposalKind.MOVE_TABLE, 0.1, 0, Set.of("c"), own("pay.bills", "shop")),
            proposal(
                "much", ProposalKind.MOVE_TABLE, 5, 0, Set.of("d"), own("stock.days", "shop")));
    assertThat(ids(plan)).containsExactly("much", "little", "saves", "tidy");
  }

  @Test
  void ofTwoThatTouchTheSameTheWeakerIsTheAlternative() {
    Plan plan =
        plan(
            proposal("cheap", ProposalKind.PUT_TOGETHER, 0, 5, Set.of("server a", "server b")),
            proposal("dear", ProposalKind.PUT_TOGETHER, 0, 8, Set.of("server b", "server c")),
            proposal("apart", ProposalKind.PUT_TOGETHER, 0, 1, Set.of("server d")));
    assertThat(ids(plan)).containsExactly("apart", "dear");
    assertThat(plan.alternatives()).extracting(Proposal::id).containsExactly("cheap");
    assertThat(plan.steps())
        .filteredOn(step -> step.proposal().id().equals("dear"))
        .singleElement()
        .satisfies(step -> assertThat(step.alternatives()).containsExactly("cheap"));
  }

  @Test
  void whatNeedsANameComesBeforeWhatTakesItAway() {
    Plan plan =
        plan(
            proposal(
                "schemas",
                ProposalKind.MERGE_SCHEMAS,
                50,
                0,
                Set.of("a"),
                new Move.MergeSchemas(List.of("stock"), "shop")),
            proposal(
                "services",
                ProposalKind.MERGE_SERVICES,
                4,
                0,
                Set.of("b"),
                new Move.MergeServices(List.of("stock"), "shop")),
            proposal("retire", ProposalKind.RETIRE_TABLES, 0, 0, Set.of("c"), retire("stock.old")),
            proposal(
                "move", ProposalKind.MOVE_TABLE, 1, 0, Set.of("d"), own("pay.bills", "stock")));
    assertThat(ids(plan)).containsExactly("retire", "schemas", "move", "services");
    assertThat(plan.steps()).allMatch(step -> step.judged().isPresent());
  }

  @Test
  void whatCannotBeMadeAfterTheStepsBeforeIsAnAlternative() {
    Plan plan =
        plan(
            proposal("gone", ProposalKind.RETIRE_TABLES, 9, 0, Set.of("a"), retire("stock.days")),
            proposal("named", ProposalKind.MERGE_TABLES, 5, 0, Set.of("b")),
            proposal("move", ProposalKind.MOVE_TABLE, 1, 0, Set.of("c"), own("stock.days", "shop")),
            proposal(
                "last", ProposalKind.MOVE_TABLE, 0.1, 0, Set.of("d"), own("pay.bills", "shop")));
    assertThat(ids(plan)).containsExactly("gone", "named", "last");
    assertThat(plan.alternatives()).extracting(Proposal::id).containsExactly("move");
    assertThat(plan.steps().get(0).judged().orElseThrow().tables()).containsExactly("stock.days");
    assertThat(plan.steps().get(2).judged().orElseThrow().tables()).containsExactly("pay.bills");
  }

  @Test
  void severalMovesOfAProposalAreOneStep() {
    Plan plan =
        plan(
            proposal(
                "both",
                ProposalKind.MOVE_AWAY,
                0,
                0,
                Set.of("a"),
                own("stock.days", "shop"),
                own("pay.bills", "shop")),
            proposal("named", ProposalKind.MERGE_TABLES, 0, 0, Set.of("b", "e")),
            proposal(
                "last",
                ProposalKind.RETIRE_TABLES,
                0,
                0,
                Set.of("c", "d", "f"),
                retire("stock.old")));
    Step both = plan.steps().get(0).judged().orElseThrow();
    assertThat(both.moves()).hasSize(2);
    assertThat(both.tables()).containsExactly("pay.bills", "stock.days");
    assertThat(both.before()).isEqualTo(plan.today());
    assertThat(both.before().foreignReads()).isCloseTo(0.12, within(1e-9));
    assertThat(both.after().foreignReads()).isZero();
    assertThat(both.after().foreignWrites()).isCloseTo(0.2, within(1e-9));
    assertThat(plan.steps().get(1).judged()).isEmpty();
    Step last = plan.steps().get(2).judged().orElseThrow();
    assertThat(last.before()).isEqualTo(both.after());
    assertThat(plan.afterAll()).isEqualTo(last.after());
  }
}
