package dev.watershed.collector.follow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.TimeMark.Place;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeMarkTest {

  private static final Instant NOW = Instant.parse("2026-11-23T10:30:00Z");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:14:00Z, KNOWN",
    "2026-11-23T10:15:00Z, KNOWN",
    "2026-11-23T10:15:01Z, NEW",
    "2026-11-23T10:35:00Z, NEW",
    "2026-11-23T10:35:01Z, AHEAD",
  })
  void aTimeIsKnownOrNewOrAhead(Instant time, Place place) {
    TimeMark mark = new TimeMark(Instant.parse("2026-11-23T10:15:00Z"));

    assertThat(mark.place(time, NOW)).isEqualTo(place);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-23T10:35:00Z, false", "2026-11-23T10:35:01Z, true"})
  void aMarkMayBeAheadItself(Instant last, boolean ahead) {
    assertThat(new TimeMark(last).isAhead(NOW)).isEqualTo(ahead);
  }

  @Test
  void aTimeBeforeOneThatWasTakenIsOfAClockThatWasAhead() {
    assertThat(TimeMark.wasAhead(NOW.plusSeconds(300), NOW)).isFalse();
    assertThat(TimeMark.wasAhead(NOW.plusSeconds(301), NOW)).isTrue();
  }
}
