package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {

  @ParameterizedTest
  @CsvSource({
    "0,             0 s",
    "0.4,           0.4 µs",
    "1,             1 µs",
    "9.94,          9.9 µs",
    "9.95,          10 µs",
    "850,           850 µs",
    "999.4,         999 µs",
    "999.5,         1 ms",
    "38000,         38 ms",
    "1900000,       1.9 s",
    "14000000,      14 s",
    "59400000,      59 s",
    "59500000,      1m00s",
    "760000000,     12m40s",
    "3599499999,    59m59s",
    "3599500000,    1h00m",
    "15120000000,   4h12m",
    "86399999999,   1d00h",
    "284400000000,  3d07h",
  })
  void micros(double micros, String expected) {
    assertThat(Units.micros(micros)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,          0",
    "'9999',     '9,999'",
    "10000,      10k",
    "72240,      72.2k",
    "722400,     722k",
    "999499,     999k",
    "999500,     1M",
    "2328340,    2.33M",
    "1500000000, 1.50G",
  })
  void counts(long count, String expected) {
    assertThat(Units.count(count)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0,0 bytes", "1,1 byte", "999,999 bytes", "11400000,11.4 MB", "1040000000,1.04 GB"})
  void bytes(long bytes, String expected) {
    assertThat(Units.bytes(bytes)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,       0 %",
    "0.0004,  <0.1 %",
    "0.0005,  0.1 %",
    "0.2458,  24.6 %",
    "0.5,     50.0 %",
    "0.9994,  99.9 %",
    "0.9996,  100 %",
    "1,       100 %",
  })
  void percents(double share, String expected) {
    assertThat(Units.percent(share)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "0.04,<0.1",
    "0.83,0.8",
    "1,1",
    "9.94,9.9",
    "9.95,10",
    "7504.4,'7,504'",
    "150082,150k"
  })
  void ratios(double ratio, String expected) {
    assertThat(Units.ratio(ratio)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,         0",
    "0.0003149, 0.00031",
    "0.25,      0.25",
    "1.96,      2",
    "9.94,      9.9",
    "12.4,      12",
    "'12345',   12.3k",
  })
  void perSecond(double rate, String expected) {
    assertThat(Units.perSecond(rate)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,         0 /s",
    "0.25,      0.25 /s",
    "0.01,      0.01 /s",
    "0.0018,    156 /d",
    "0.0000023, 0.2 /d",
  })
  void often(double perSecond, String expected) {
    assertThat(Units.often(perSecond)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "0,        0.00/s",
    "1234.5,   '1,234.50/s'",
    "0.01,     0.01/s",
    "0.009,    778/day",
    "0.0000116, 1/day",
    "0.00001,  less than 1/day",
  })
  void rate(double perSecond, String expected) {
    assertThat(Units.rate(perSecond)).isEqualTo(expected);
  }
}
