package dev.watershed.analyzer.span;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.attribution.FleetLoad;
import dev.watershed.analyzer.attribution.FleetLoads;
import dev.watershed.analyzer.coverage.Coverage;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.transaction.TransactionFacts;
import dev.watershed.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows count whole: a span that begins or ends within one is said to be longer. */
class SpanFactsTest {

  private static SpanFacts facts(
      Optional<Instant> since, Optional<Instant> until, Instant from, Instant end) {
    Workload workload = new WorkloadFixture().build();
    ServiceMapping mapping = ServiceMapping.accounts();
    FleetLoad load = FleetLoads.byService(workload, mapping, List.of());
    return new SpanFacts(
        since,
        until,
        new Ranker(workload, mapping).rank(RankingOptions.standard()),
        new Coverage(List.of(), Optional.of(from), Optional.of(end)),
        TransactionFacts.of(workload, mapping, 0),
        load,
        load,
        ObservedFacts.NONE);
  }

  private static Optional<Instant> at(String time) {
    return Optional.ofNullable(time).map(each -> Instant.parse("2026-11-23T" + each + ":00Z"));
  }

  @ParameterizedTest(name = "asked from {0} to {1}, windows from {2} to {3}: from {4}, to {5}")
  @CsvSource({
    "10:05, 10:40, 10:00, 10:45, 10:00, 10:45",
    "10:00, 10:45, 10:00, 10:45,      ,      ",
    "09:00, 11:00, 10:00, 10:45,      ,      ",
    "     ,      , 10:00, 10:45,      ,      ",
    "10:05,      , 10:00, 10:45, 10:00,      ",
    "     , 10:40, 10:00, 10:45,      , 10:45",
  })
  void whatIsCountedBeyondWhatWasAsked(
      String since, String until, String from, String end, String first, String last) {
    SpanFacts facts = facts(at(since), at(until), at(from).orElseThrow(), at(end).orElseThrow());
    assertThat(facts.countedFrom()).isEqualTo(at(first));
    assertThat(facts.countedUntil()).isEqualTo(at(last));
  }
}
