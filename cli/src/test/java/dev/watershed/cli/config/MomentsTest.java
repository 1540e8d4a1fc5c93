package dev.watershed.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MomentsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-12-24T18:00:00+09:00, 2026-12-24T09:00:00Z",
    "2026-12-24T18:00Z,         2026-12-24T18:00:00Z",
    "2026-12-24,                2026-12-24T00:00:00Z",
  })
  void aTimeHasAZoneAndADateBeginsInUtc(String text, Instant expected) {
    assertThat(Moments.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "July", "2026-12-24T18:00:00", "2026-13-01", "18:00Z"})
  void whatIsNeitherIsToldTheForms(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Moments.parse(text))
        .withMessage("'" + text + "' is no time; expected 2026-12-24T18:00:00+09:00 or 2026-12-24");
  }
}
