package dev.watershed.reports.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.proposal.Proposal;
import dev.watershed.analyzer.consolidation.proposal.ProposalKind;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.gate.ViolationState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The facts of tests hold something of everything that a report shows. */
class ReviewFactsFixtureTest {

  @Test
  void itHoldsSomethingOfEverything() {
    ReviewFacts facts = new ReviewFactsFixture().build();
    assertThat(facts.fleet().data().get(0).advice().indexes())
        .extracting(planned -> planned.advice().kind())
        .contains(
            IndexAdvice.Kind.ADD, IndexAdvice.Kind.DROP_REDUNDANT, IndexAdvice.Kind.DROP_UNUSED);
    assertThat(facts.fleet().data().get(0).advice().rewrites()).isNotEmpty();
    assertThat(facts.plan().steps())
        .extracting(step -> step.proposal().kind())
        .contains(ProposalKind.RETIRE_TABLES);
    assertThat(facts.plan().alternatives())
        .extracting(Proposal::kind)
        .contains(ProposalKind.MERGE_TABLES);
    assertThat(facts.fleet().transactions().classes()).isNotEmpty();
    assertThat(facts.fleet().coupling().findings()).isNotEmpty();
    assertThat(facts.fleet().statements())
        .extracting(FleetStatement::services)
        .contains(List.of(), List.of("booking"));
    Arrays.stream(ViolationState.values())
        .forEach(state -> assertThat(facts.gate().count(state)).as(state.key()).isPositive());
    assertThat(facts.ledger().orElseThrow().ledger().decisions()).hasSize(2);
    assertThat(facts.ledger().orElseThrow().ledger().undecided()).isNotEmpty();
  }

  @Test
  void itLacksWhatItIsToldToLack() {
    ReviewFacts bare =
        new ReviewFactsFixture()
            .withoutCatalog()
            .withoutServices()
            .withoutLedger()
            .unwatched()
            .build();
    assertThat(bare.ledger()).isEmpty();
    assertThat(bare.gate().inconclusive()).isNotEmpty();
    assertThat(bare.fleet().data().get(0).advice().indexes()).isEmpty();
    assertThat(bare.fleet().data().get(0).input().server().tables()).isEmpty();
    assertThat(bare.fleet().observed().tables()).isEmpty();
  }
}
