package dev.watershed.collector.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSpanTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:07:30Z,           2026-11-23T02:07:00Z",
    "2026-11-23T02:08:00Z,           2026-11-23T02:07:00Z",
    "2026-11-23T02:08:00.000000001Z, 2026-11-23T02:08:00Z",
    "2026-11-23T02:08:00.500Z,       2026-11-23T02:08:00Z",
    "2026-11-23T02:08:01Z,           2026-11-23T02:08:00Z",
  })
  void itsMinuteIsThatOfItsEnd(Instant until, Instant minute) {
    assertThat(new SampleSpan(until.minusSeconds(60), until).minute())
        .isEqualTo(minute.getEpochSecond() / 60);
  }
}
