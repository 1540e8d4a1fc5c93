package dev.watershed.analyzer.trend;

import static dev.watershed.analyzer.trend.TrendFixture.facts;
import static dev.watershed.analyzer.trend.TrendFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import java.util.List;
import org.junit.jupiter.api.Test;

class AppearancesTest {

  private static List<String> names(CouplingFixture base, CouplingFixture head) {
    return Appearances.of(facts(base), facts(head)).stream()
        .map(each -> each.kind() + " " + each.name())
        .toList();
  }

  @Test
  void servicesStandBeforeTablesAndWhatIsUsedMostFirst() {
    assertThat(names(span(), withOthers()))
        .containsExactly("NEW busy", "NEW late", "NEW misc.tags", "NEW misc.notes");
    assertThat(names(withOthers(), span()))
        .containsExactly("GONE busy", "GONE late", "GONE misc.tags", "GONE misc.notes");
  }

  private static CouplingFixture withOthers() {
    return span()
        .service("late", List.of(), List.of())
        .service("busy", List.of(), List.of())
        .run("late", 20, "SELECT a FROM misc.notes")
        .run("busy", 40, "SELECT a FROM misc.tags");
  }

  @Test
  void whatIsUsedAsMuchStandsByName() {
    CouplingFixture head =
        span().run("shop", 9, "SELECT a FROM misc.tags").run("shop", 9, "SELECT a FROM misc.notes");
    assertThat(names(span(), head)).containsExactly("NEW misc.notes", "NEW misc.tags");
  }

  @Test
  void aServiceThatUsesNoTableIsNotInUse() {
    CouplingFixture head = span().service("idle", List.of(), List.of()).run("idle", 90, "SELECT 1");
    assertThat(names(span(), head)).isEmpty();
  }

  @Test
  void aTableThatOthersAlreadyUseDoesNotAppear() {
    assertThat(names(span(), span().run("mail", 90, "SELECT a FROM shop.items"))).isEmpty();
  }

  @Test
  void aShortSpanMayHaveMissedIt() {
    CouplingFixture head = span().run("shop", 9, "SELECT a FROM misc.tags");
    assertThat(names(span().seconds(1), head)).containsExactly("NOT_COMPARABLE misc.tags");
  }

  @Test
  void aSpanShowsNothingOfServersThatItDidNotLookAt() {
    CouplingFixture head =
        span().server("db").tables("far.things").run("shop", 90, "SELECT a FROM far.things");
    CouplingFacts both =
        CouplingAnalysis.of(head.server("far").build(), head.mapping(), PartyLevel.SERVICE);
    assertThat(Appearances.of(facts(span()), both))
        .extracting(Appearance::kind, Appearance::name)
        .containsExactly(tuple(TrendKind.NOT_COMPARABLE, "far.things"));
  }
}
