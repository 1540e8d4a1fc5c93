package dev.watershed.collector.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlywayVersionTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2, -1",
    "2, 10, -1",
    "1.9, 1.10, -1",
    "1, 1.0.0, 0",
    "1_2, 1.2, 0",
    "001, 1, 0",
    "1.0.1, 1, 1",
    "20260101000000000000000, 3, 1",
  })
  void versionsAreComparedNumberByNumber(String one, String other, int order) {
    FlywayVersion left = FlywayVersion.parse(one);
    FlywayVersion right = FlywayVersion.parse(other);
    assertThat(Integer.signum(left.compareTo(right))).isEqualTo(order);
    assertThat(Integer.signum(right.compareTo(left))).isEqualTo(-order);
    assertThat(left.equals(right)).isEqualTo(order == 0);
  }

  @ParameterizedTest
  @CsvSource({
    "1, true",
    "1.2, true",
    "1_2_3, true",
    "'', false",
    "x, false",
    "1., false",
    "1__2, false",
    "-1, false",
  })
  void onlyNumbersAreAVersion(String text, boolean version) {
    assertThat(FlywayVersion.matches(text)).isEqualTo(version);
  }

  @ParameterizedTest
  @CsvSource({"1_2, 1.2", "1.0.0, 1", "0, 0", "007, 7"})
  void aVersionIsShownWithoutWhatDoesNotCount(String text, String shown) {
    assertThat(FlywayVersion.parse(text)).hasToString(shown);
  }
}
