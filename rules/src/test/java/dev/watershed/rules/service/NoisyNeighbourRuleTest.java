package dev.watershed.rules.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.SlowedService;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetFactsFixture;
import dev.watershed.rules.rule.Judging;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class NoisyNeighbourRuleTest {

  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @Test
  void whoSlowsOthersIsNoisy() {
    SlowedService slowed =
        new SlowedService(
            "review",
            new SlowedService.Latency(40, 400, 1_000, 0, OptionalDouble.empty()),
            new SlowedService.Latency(12, 120, 3_000, 0, OptionalDouble.empty()),
            OptionalDouble.of(2.8),
            0.001,
            OptionalDouble.empty());
    Violation violation = judge(List.of(slowed));
    assertThat(violation.severity()).isEqualTo(Severity.WARNING);
    assertThat(violation.key().text()).isEqualTo("noisy-neighbour:analytics::db");
    assertThat(violation.message())
        .isEqualTo(
            "takes 95.0 % of db in 12 slots of 1 min; review is then 3.0 times as slow, of 1"
                + " services that are slower");
  }

  @Test
  void whoOnlyTakesTheServerIsWorthKnowing() {
    Violation violation = judge(List.of());
    assertThat(violation.severity()).isEqualTo(Severity.INFO);
    assertThat(violation.message()).endsWith("; that others were slower for it is not shown");
  }

  @Test
  void aQuietFleetIsNone() {
    FleetFacts facts = new FleetFactsFixture(new WorkloadFixture().run(1)).build();
    assertThat(Judging.judge(NoisyNeighbourRule.KIND, facts).violations()).isEmpty();
    assertThat(Judging.judge(NoisyNeighbourRule.KIND, facts).inspected()).isEqualTo(1);
  }

  private static Violation judge(List<SlowedService> slowed) {
    FleetFacts facts =
        new FleetFactsFixture(new WorkloadFixture().user("analytics").run(1))
            .loud(
                new LoudService(
                    "0123456789abcdef",
                    "db",
                    "analytics",
                    12,
                    960,
                    Duration.ofMinutes(1),
                    NOON,
                    NOON.plusSeconds(900),
                    0.95,
                    0.04,
                    0.5,
                    0.01,
                    List.of(),
                    slowed,
                    5,
                    6))
            .build();
    return Judging.judge(NoisyNeighbourRule.KIND, facts).violations().get(0);
  }
}
