package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.workload.Workload;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LoadSeriesTest {

  @Test
  void isTimeOverTime() {
    LoadOverTime load =
        load(
            new WorkloadFixture()
                .at("2026-11-23T10:00:00Z")
                .run(30_000_000)
                .at("2026-11-23T10:01:20Z")
                .run(120_000_000)
                .at("2026-11-23T10:04:00Z")
                .run(6_000_000)
                .build());
    assertThat(load.from()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
    assertThat(load.pointWidth()).isEqualTo(Duration.ofMinutes(1));
    assertThat(load.activeStatements().toArray())
        .containsExactly(new double[] {0.5, 2.0, 0, 0, 1.0}, within(1e-9));
    assertThat(load.peakIndex()).hasValue(1);
    assertThat(load.start(1)).isEqualTo(Instant.parse("2026-11-23T10:01:00Z"));
  }

  @Test
  void aShortLogCountsOnlyThePartItCovers() {
    LoadOverTime load =
        load(
            new WorkloadFixture()
                .at("2026-11-23T10:00:10Z")
                .run(10_000_000)
                .at("2026-11-23T10:00:30Z")
                .run(10_000_000)
                .build());
    assertThat(load.activeStatements().toArray()).containsExactly(1.0);
  }

  @Test
  void aWildTimeMakesWiderPoints() {
    LoadOverTime load =
        load(
            new WorkloadFixture()
                .at("1970-01-02T00:00:00Z")
                .run(100)
                .at("2026-11-23T10:00:30Z")
                .run(100)
                .build());
    assertThat(load.activeStatements().size()).isLessThanOrEqualTo(LoadSeries.MOST_POINTS);
    assertThat(load.start(load.activeStatements().size()))
        .isAfter(Instant.parse("2026-11-23T10:00:30Z"));
  }

  @Test
  void servicesAddUpToAll() {
    Workload workload =
        new WorkloadFixture()
            .user("a")
            .run(1_000)
            .user("b")
            .at("2026-11-23T10:05:00Z")
            .run(500)
            .user("a")
            .run(250)
            .build();
    WorkloadFacts facts =
        new Ranker(workload, ServiceMapping.accounts()).rank(RankingOptions.standard());
    for (int point = 0; point < facts.load().activeStatements().size(); point++) {
      int at = point;
      double sum =
          facts.services().stream().mapToDouble(load -> load.activeStatements().get(at)).sum();
      assertThat(sum).isCloseTo(facts.load().activeStatements().get(point), within(1e-12));
    }
  }

  private static LoadOverTime load(Workload workload) {
    return new Ranker(workload, ServiceMapping.accounts()).rank(RankingOptions.standard()).load();
  }
}
