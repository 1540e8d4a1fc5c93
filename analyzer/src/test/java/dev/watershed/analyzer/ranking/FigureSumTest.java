package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.ServiceMapping;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of groups together are those of all their executions. */
class FigureSumTest {

  private static WorkloadFacts facts() {
    WorkloadFixture fixture = new WorkloadFixture().user("one").rows(2, 30).statement("SELECT 1");
    fixture.run(100, 200, 4_000, 90_000);
    fixture.user("two").rows(1, 7).at("2026-11-23T11:00:30Z").run(50, 60);
    return new Ranker(fixture.build(), ServiceMapping.accounts())
        .rank(RankingOptions.everyDigest());
  }

  @Test
  void servicesTogetherAreTheTotals() {
    WorkloadFacts facts = facts();
    Figures sum =
        FigureSum.of(facts.services().stream().map(ServiceLoad::figures).toList()).orElseThrow();
    Figures totals = facts.totals().orElseThrow();
    assertThat(facts.services()).hasSize(2);
    assertThat(sum)
        .usingRecursiveComparison()
        .ignoringFields("varianceMicrosSquared", "histogram")
        .isEqualTo(totals);
    assertThat(sum.histogram()).isEqualTo(totals.histogram());
    assertThat(sum.varianceMicrosSquared().getAsDouble())
        .isCloseTo(totals.varianceMicrosSquared().getAsDouble(), within(1.0));
  }

  @Test
  void theLoadOfAllServicesIsThatOfTheFleet() {
    WorkloadFacts facts = facts();
    assertThat(facts.load().of(facts.services())).isEqualTo(facts.load());
    assertThat(facts.load().of(List.of()).activeStatements().sum()).isZero();
  }

  @Test
  void nothingHasNoFigures() {
    assertThat(FigureSum.of(List.of())).isEmpty();
  }
}
