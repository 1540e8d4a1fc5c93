package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeArgumentTest {

  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
  private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:00:00Z,        2026-11-23T02:00:00Z",
    "2026-11-23T02:00:00.5Z,      2026-11-23T02:00:00.5Z",
    "2026-11-23T02:00:00+09:00,   2026-11-22T17:00:00Z",
    "2026-11-23T02:00,            2026-11-22T17:00:00Z",
    "2026-11-23 02:00:00,         2026-11-22T17:00:00Z",
    "2026-11-23,                  2026-11-22T15:00:00Z",
    "30m,                         2026-11-23T11:30:00Z",
    "2h,                          2026-11-23T10:00:00Z",
    "7d,                          2026-11-16T12:00:00Z",
    "1w,                          2026-11-16T12:00:00Z",
    "90s,                         2026-11-23T11:58:30Z",
  })
  void moments(String text, Instant expected) {
    assertThat(TimeArgument.parse(text, NOW, TOKYO)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2026-13-01", "2026-11-23T25:00", "h", "-2h", "2y"})
  void noMoments(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TimeArgument.parse(text, NOW, TOKYO))
        .withMessage("'" + text + "' is no time; expected " + TimeArgument.FORMS);
  }
}
