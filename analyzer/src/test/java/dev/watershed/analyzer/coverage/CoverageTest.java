package dev.watershed.analyzer.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.window.WindowLevel;
import dev.watershed.workload.store.window.WindowName;
import dev.watershed.workload.store.window.WindowSummary;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.collections.impl.factory.primitive.LongLists;
import org.junit.jupiter.api.Test;

class CoverageTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

  @Test
  void theHoursBetweenTheFirstAndTheLastStatementAreSilentOrNot() {
    ServerCoverage server =
        Coverage.of(
                List.of(
                    window("a", 30, 0, 31, 44), window("a", 300, 0, 305), window("a", 360, 0, 361)))
            .servers()
            .get(0);
    assertThat(server.silent())
        .containsExactly(new SilentSpan(after(60), after(300)))
        .doesNotContain(new SilentSpan(after(360), after(420)));
    assertThat(server.silentHours()).isEqualTo(4);
    assertThat(server.calls()).isEqualTo(4);
    assertThat(server.firstSeen()).contains(after(31));
    assertThat(server.lastSeen()).contains(after(361));
  }

  @Test
  void aServerWithoutAPauseIsNeverSilent() {
    Coverage coverage = Coverage.of(List.of(window("a", 0, 0, 1), window("a", 60, 0, 61)));
    assertThat(coverage.servers().get(0).silent()).isEmpty();
    assertThat(coverage.countedFrom()).contains(after(0));
    assertThat(coverage.countedUntil()).contains(after(75));
  }

  @Test
  void theHighestThresholdIsNamedAndOneUnknownIsUnknown() {
    List<ServerCoverage> servers =
        Coverage.of(
                List.of(
                    window("known", 0, 0.5, 1),
                    window("known", 15, 2, 16),
                    window("unknown", 0, 0, 1),
                    window("unknown", 15, -1, 16)))
            .servers();
    assertThat(servers).extracting(ServerCoverage::server).containsExactly("known", "unknown");
    assertThat(servers.get(0).longQueryTimeSeconds()).hasValue(2);
    assertThat(servers.get(1).longQueryTimeSeconds()).isEmpty();
  }

  private static WindowSummary window(
      String server, long start, double threshold, long... minutes) {
    long base = MIDNIGHT.getEpochSecond() / 60;
    long[] absolute = Arrays.stream(minutes).map(minute -> base + minute).toArray();
    return new WindowSummary(
        new WindowName(server, "slowlog", WindowLevel.SLOT, after(start), 1),
        after(start),
        after(start).plus(WindowLevel.SLOT.length()),
        minutes.length,
        minutes.length,
        1_000,
        absolute[0] * 60_000_000,
        absolute[absolute.length - 1] * 60_000_000,
        LongLists.immutable.of(
            Arrays.stream(absolute).map(minute -> minute / 60).distinct().toArray()),
        threshold < 0 ? OptionalDouble.empty() : OptionalDouble.of(threshold),
        false,
        0);
  }

  private static Instant after(long minutes) {
    return MIDNIGHT.plus(minutes, ChronoUnit.MINUTES);
  }
}
