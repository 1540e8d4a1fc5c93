package dev.watershed.analyzer.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WidenedSpanTest {

  /** Windows from 10 to 20 o'clock, and the hours asked for. */
  @ParameterizedTest
  @CsvSource({
    "  ,   ,   ,   ",
    "10, 20,   ,   ",
    "09, 21,   ,   ",
    "12, 20, 10,   ",
    "10, 19,   , 20",
    "11, 19, 10, 20",
    "11,   , 10,   ",
    "  , 11,   , 20",
  })
  void whatIsCountedBeyondTheSpanIsTold(
      String since, String until, String expectedFrom, String expectedUntil) {
    Coverage coverage = new Coverage(List.of(), hour("10"), hour("20"));
    assertThat(WidenedSpan.of(hour(since), hour(until), coverage))
        .isEqualTo(new WidenedSpan(hour(expectedFrom), hour(expectedUntil)));
  }

  private static Optional<Instant> hour(String hour) {
    return Optional.ofNullable(hour).map(text -> Instant.parse("2026-11-23T" + text + ":00:00Z"));
  }
}
