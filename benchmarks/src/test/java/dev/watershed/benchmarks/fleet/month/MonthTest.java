package dev.watershed.benchmarks.fleet.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthTest {

  private static final LocalDate START = LocalDate.of(2026, 10, 1);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# Time: 2026-11-25T18:59:59.123456Z | # Time: 2026-11-25T19:00:01.123456Z",
        "# Time: 261125  8:59:59 | # Time: 261125 09:00:01",
        "SET timestamp=1764097199; | SET timestamp=1764097201;",
        "# Query_time: 1.0 Start: 2026-11-25T18:59:58.1Z End: 2026-11-25T18:59:59.1Z"
            + " | # Query_time: 1.0 Start: 2026-11-25T19:00:00.1Z End: 2026-11-25T19:00:01.1Z",
        "select '2026-11-25T18:59:59Z' | select '2026-11-25T18:59:59Z'",
      })
  void movesTheTimesOfHeaders(String line, String shifted) {
    assertThat(LogTimes.shifted(line, Duration.ofSeconds(2))).isEqualTo(shifted);
  }

  private static final Instant BEGAN = Instant.parse("2026-11-25T08:00:00Z");

  private static final String CAPTURED =
      """
      mysqld, Version: 1. started with:
      Time                 Id Command    Argument
      # Time: 261125  8:00:00
      # User@Host: a[a] @ h [1.2.3.4]
      use one;
      SET timestamp=1764057600;
      select 1;
      # User@Host: b[b] @ h [1.2.3.4]
      SET timestamp=1764057600;
      select 2;
      # Time: 261125  8:00:09
      # User@Host: c[c] @ h [1.2.3.4]
      SET timestamp=1764057609;
      select 3;
      """;

  @Test
  void cutsALogIntoEvents(@TempDir Path folder) throws IOException {
    CapturedLog log = CapturedLog.read(Files.writeString(folder.resolve("log"), CAPTURED));
    assertThat(log.banner()).hasSize(2);
    assertThat(log.events()).hasSize(3);
    assertThat(log.slices(4, BEGAN, Duration.ofSeconds(8)))
        .extracting(List::size)
        .containsExactly(2, 0, 0, 1);
  }

  /** A second that a deployment is in may be one after it. */
  @Test
  void aSecondThatEndsInALaterSliceIsOfThatOne(@TempDir Path folder) throws IOException {
    CapturedLog log = CapturedLog.read(Files.writeString(folder.resolve("log"), CAPTURED));
    assertThat(log.slices(20, BEGAN.plusMillis(900), Duration.ofSeconds(20)))
        .extracting(List::size)
        .startsWith(2, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    assertThat(log.slices(20, BEGAN.minusMillis(100), Duration.ofSeconds(20)))
        .extracting(List::size)
        .startsWith(0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 1);
  }

  @Test
  void theFirstEventOfASliceSaysWhatItInherited(@TempDir Path folder) throws IOException {
    CapturedLog log = CapturedLog.read(Files.writeString(folder.resolve("log"), CAPTURED));
    assertThat(log.events().get(1).shifted(Duration.ofHours(1), true))
        .isEqualTo(
            """
            # Time: 261125 09:00:00
            # User@Host: b[b] @ h [1.2.3.4]
            use one;
            SET timestamp=1764061200;
            select 2;
            """);
  }

  @Test
  void aMonthHasNightsAndADeployment() {
    MonthPlan plan = new MonthPlan(START, 30, 40, 28, 4);
    for (int day = 0; day < 30; day++) {
      List<MonthPlan.Part> parts = plan.parts(day);
      Instant midnight = START.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant();
      boolean late = day >= 15;
      assertThat(parts).allMatch(part -> part.slice() >= 28 == late);
      assertThat(parts).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
      assertThat(parts.get(0).at()).isEqualTo(midnight);
      assertThat(parts.get(parts.size() - 1).at()).isBefore(midnight.plus(Duration.ofDays(1)));
      assertThat(inHour(parts, midnight, 20)).isEqualTo(4);
      assertThat(inHour(parts, midnight, 3)).isEqualTo(1);
    }
  }

  private static long inHour(List<MonthPlan.Part> parts, Instant midnight, int hour) {
    Instant from = midnight.plus(Duration.ofHours(hour));
    Instant until = from.plus(Duration.ofHours(1));
    return parts.stream()
        .filter(part -> !part.at().isBefore(from) && part.at().isBefore(until))
        .count();
  }

  @Test
  void logsAreRotatedAtMidnight(@TempDir Path folder) throws IOException {
    Path captured = Files.writeString(folder.resolve("log"), CAPTURED);
    long events =
        new MonthWriter(new MonthPlan(START, 3, 2, 1, 1), Presence.ALL)
            .write(captured, BEGAN, Duration.ofSeconds(10), folder, "one-slow.log");
    assertThat(folder.resolve("one-slow.log-20261002")).content().contains("# Time: 261001 23:");
    assertThat(folder.resolve("one-slow.log-20261003")).content().contains("# Time: 261002 00:");
    assertThat(folder.resolve("one-slow.log")).content().startsWith("mysqld, Version");
    assertThat(events).isEqualTo(2 * 24 * 2 + 24);
  }
}
