package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeSpanTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:16:41Z, 2026-11-23T02:17:05Z, '23 Nov 2026, 02:16:41–02:17:05 UTC'",
    "2026-11-23T02:16:41Z, 2026-11-23T23:17:05Z, '23 Nov 2026, 02:16–23:17 UTC'",
    "2026-11-23T22:00:00Z, 2026-11-24T02:00:00Z, '23 Nov 2026 22:00 – 24 Nov 2026 02:00 UTC'",
    "2026-11-01T00:00:00Z, 2026-11-30T23:59:59Z, '1–30 Nov 2026'",
    "2026-10-28T00:00:00Z, 2026-11-03T23:59:59Z, '28 Oct – 3 Nov 2026'",
    "2025-12-28T00:00:00Z, 2026-01-03T23:59:59Z, '28 Dec 2025 – 3 Jan 2026'",
  })
  void spans(Instant from, Instant to, String expected) {
    assertThat(TimeSpan.of(from, to)).isEqualTo(expected);
  }

  @Test
  void aMomentWithinASpanHasNoMoreThanItNeeds() {
    Instant moment = Instant.parse("2026-11-15T18:00:00Z");
    assertThat(TimeSpan.within(moment, Duration.ofHours(24))).isEqualTo("18:00");
    assertThat(TimeSpan.within(moment, Duration.ofDays(30))).isEqualTo("15 Nov 18:00");
  }
}
