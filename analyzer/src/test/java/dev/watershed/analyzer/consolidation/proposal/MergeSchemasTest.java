package dev.watershed.analyzer.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.consolidation.move.Move;
import dev.watershed.analyzer.consolidation.room.TableSizes;
import dev.watershed.analyzer.consolidation.whatif.WhatIfInput;
import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MergeSchemasTest {

  private static final String BOTH = "SELECT i.a FROM shop.items i JOIN stock.days d ON d.id = i.p";
  private static final String ONE = "UPDATE shop.items SET a = 1";
  private static final String OTHER = "UPDATE stock.days SET a = 1";

  private static CouplingFixture fixture(String stockOwner) {
    CouplingFixture fixture = new CouplingFixture();
    if (stockOwner.equals("shop")) {
      fixture.service("shop", List.of("shop.*", "stock.*"), List.of());
    } else {
      fixture
          .service("shop", List.of("shop.*"), List.of())
          .service("stock", List.of("stock.*"), List.of());
    }
    return fixture.tables("shop.items", "stock.days").in("shop");
  }

  private static List<Proposal> proposals(CouplingFixture fixture) {
    WhatIfInput judged =
        new WhatIfInput(
            CouplingAnalysis.of(
                fixture.server("db").build(), fixture.mapping(), PartyLevel.SERVICE),
            new TreeMap<>(),
            new TreeMap<>());
    return MergeSchemas.of(
        new ProposalInput(
            judged,
            new TableActivity(new TreeMap<>(), Set.of()),
            TableSizes.of(new TreeMap<>()),
            List.of(),
            List.of()));
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(
            "one owner, a tenth together",
            fixture("shop").run("shop", 90, ONE).run("shop", 85, OTHER).run("shop", 15, BOTH),
            1),
        Arguments.of(
            "one owner, seldom together",
            fixture("shop").run("shop", 90, ONE).run("shop", 95, OTHER).run("shop", 5, BOTH),
            0),
        Arguments.of(
            "two owners, a tenth together",
            fixture("stock").run("shop", 90, ONE).run("stock", 85, OTHER).run("shop", 15, BOTH),
            0),
        Arguments.of(
            "two owners, mostly together",
            fixture("stock").run("shop", 90, ONE).run("stock", 10, OTHER).run("shop", 30, BOTH),
            1),
        Arguments.of(
            "in transactions",
            fixture("shop").transaction("shop", 40, ONE, OTHER).run("shop", 20, ONE),
            1),
        Arguments.of("hardly seen", fixture("shop").run("shop", 2, OTHER).run("shop", 2, BOTH), 0));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void proposalsAre(String name, CouplingFixture fixture, int expected) {
    assertThat(proposals(fixture)).as(name).hasSize(expected);
  }

  @Test
  void theLesserOneGoesIntoTheOther() {
    assertThat(
            proposals(
                fixture("shop").run("shop", 90, ONE).run("shop", 5, OTHER).run("shop", 15, BOTH)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.moves())
                  .containsExactly(new Move.MergeSchemas(List.of("stock"), "shop"));
              assertThat(each.confidence()).isEqualTo(Confidence.MEDIUM);
              assertThat(each.evidence()).hasSize(1);
              assertThat(each.benefit()).isEqualTo(15 / CouplingFixture.SECONDS);
            });
  }

  @Test
  void namesThatMeetAreNamed() {
    assertThat(
            proposals(
                fixture("shop")
                    .tables("stock.items")
                    .run("shop", 90, ONE)
                    .run("shop", 5, OTHER)
                    .run("shop", 15, BOTH)))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.moves()).isEmpty();
              assertThat(each.risks()).anyMatch(risk -> risk.contains("both have items"));
            });
  }
}
