package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnapshotStampTest {

  private static final Instant MADE = Instant.parse("2026-11-24T00:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T00:00:30Z, 0 min ago",
    "2026-11-24T00:59:59Z, 59 min ago",
    "2026-11-24T01:00:00Z, 1 h ago",
    "2026-11-27T00:59:59Z, 72 h ago",
    "2026-11-27T01:00:00Z, 3 days ago",
    "2026-11-23T23:59:59Z, 'in the future, by this machine''s clock'"
  })
  void saysItsAge(Instant now, String age) {
    SnapshotStamp stamp =
        new SnapshotStamp("0123456789abcdef", MADE, MADE.minusSeconds(60), MADE.minusSeconds(1));
    assertThat(stamp.line(now))
        .isEqualTo(
            "snapshot 0123456789abcdef, made 2026-11-24T00:00:00Z ("
                + age
                + "), of 2026-11-23T23:59:00Z to 2026-11-23T23:59:59Z");
  }
}
