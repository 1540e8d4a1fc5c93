package dev.watershed.analyzer.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.coupling.CouplingAnalysis;
import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingFixture;
import dev.watershed.analyzer.coupling.input.PartyLevel;
import dev.watershed.analyzer.service.Attribution;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CallAnalysisTest {

  /** a and b share shop.items, c and d share shop.notes; the order of parties is that of names. */
  private static CouplingFacts coupling(PartyLevel level) {
    CouplingFixture fixture =
        new CouplingFixture()
            .service("a", List.of("shop.items"), List.of())
            .service("b", List.of(), List.of())
            .service("c", List.of("shop.notes"), List.of())
            .service("d", List.of(), List.of())
            .modules("m", "one", "two")
            .tables("shop.items", "shop.notes")
            .run("a", 10, "UPDATE shop.items SET a = 1")
            .run("b", 10, "SELECT a FROM shop.items")
            .run("c", 10, "UPDATE shop.notes SET a = 1")
            .run("d", 10, "SELECT a FROM shop.notes")
            .server("db");
    return CouplingAnalysis.of(fixture.build(level), fixture.mapping(), level);
  }

  private static CallEdge edge(String caller, String callee, double calls, double perSecond) {
    return new CallEdge(caller, callee, OptionalDouble.of(calls), OptionalDouble.of(perSecond));
  }

  private static Optional<Attribution> name(String name) {
    return switch (name) {
      case "a-api", "a-worker" -> Optional.of(Attribution.of("a"));
      case "one", "two" -> Optional.of(Attribution.of("m", name));
      default -> Optional.empty();
    };
  }

  private static CallFacts of(PartyLevel level, CallExport... exports) {
    return CallAnalysis.of(List.of(exports), coupling(level), level, CallAnalysisTest::name);
  }

  private static CallExport export(String source, CallEdge... edges) {
    return new CallExport(source, List.of(edges), List.of());
  }

  @Test
  void pairsCallShareOrDoBoth() {
    CallFacts facts =
        of(
            PartyLevel.SERVICE,
            export("x", edge("a", "b", 6, 2), edge("b", "a", 3, 1), edge("b", "c", 9, 3)));
    assertThat(facts.pairs()).hasSize(2);
    CallingPair both = facts.pair(0, 1).orElseThrow();
    assertThat(both.callsPerSecond()).hasValue(3);
    assertThat(both.forth().orElseThrow().callsPerSecond()).hasValue(2);
    assertThat(both.back().orElseThrow().callsPerSecond()).hasValue(1);
    assertThat(both.data()).isPresent();
    CallingPair calls = facts.pair(1, 2).orElseThrow();
    assertThat(calls.data()).isEmpty();
    assertThat(calls.back()).isEmpty();
    assertThat(facts.dataOnly()).singleElement().matches(pair -> pair.first() == 2);
    assertThat(facts.cycles()).containsExactly(List.of(0, 1));
  }

  @Test
  void namesOfOneServiceAddUpAndItsOwnCallsAreLeftOut() {
    CallFacts facts =
        of(
            PartyLevel.SERVICE,
            export(
                "x",
                edge("a-api", "b", 6, 2),
                edge("a-worker", "b", 3, 1),
                edge("a-api", "a-worker", 5, 5)));
    assertThat(facts.calls()).hasSize(1);
    assertThat(facts.calls().get(0).callsPerSecond()).hasValue(3);
    assertThat(facts.calls().get(0).counts().get(0).calls()).hasValue(9);
    assertThat(facts.notes())
        .containsExactly("x: 1 pairs of names are one service: its calls to itself are left out");
  }

  @Test
  void ofOneServiceWhoseRateIsUnknownInPartItIsUnknown() {
    CallEdge unknown = new CallEdge("a-api", "b", OptionalDouble.of(6), OptionalDouble.empty());
    CallFacts facts = of(PartyLevel.SERVICE, export("x", unknown, edge("a-worker", "b", 3, 1)));
    assertThat(facts.calls().get(0).callsPerSecond()).isEmpty();
    assertThat(facts.calls().get(0).counts().get(0).calls()).hasValue(9);
  }

  @Test
  void sourcesAreKeptApart() {
    CallEdge unknown = new CallEdge("a", "b", OptionalDouble.of(7), OptionalDouble.empty());
    CallFacts facts =
        of(PartyLevel.SERVICE, export("x", unknown), export("y", edge("a", "b", 6, 2)));
    assertThat(facts.sources()).containsExactly("x", "y");
    assertThat(facts.calls()).hasSize(1);
    assertThat(facts.calls().get(0).counts())
        .extracting(ServiceCall.Count::source)
        .containsExactly("x", "y");
    assertThat(facts.calls().get(0).callsPerSecond()).hasValue(2);
  }

  @Test
  void unknownNamesAreKeptAndMarked() {
    CallFacts facts =
        of(PartyLevel.SERVICE, export("x", edge("user", "a", 1, 1), edge("a", "10.0.0.7", 1, 1)));
    assertThat(facts.unknown()).containsExactly("10.0.0.7", "user");
    assertThat(facts.calls()).hasSize(2).noneMatch(ServiceCall::known);
    assertThat(facts.pairs()).isEmpty();
  }

  @Test
  void modulesAreToldApartWhereAsked() {
    CallExport export = export("x", edge("one", "two", 1, 1), edge("two", "a", 1, 1));
    assertThat(of(PartyLevel.SERVICE, export).calls())
        .extracting(call -> call.caller().name() + " " + call.callee().name())
        .containsExactly("m a");
    assertThat(of(PartyLevel.MODULE, export).calls())
        .extracting(call -> call.caller().name() + " " + call.callee().name())
        .containsExactly("m/one m/two", "m/two a");
  }
}
