package dev.watershed.benchmarks.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The values of a printed table (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2). */
class StudentTTest {

  @ParameterizedTest
  @CsvSource({
    "0.95, 1, 6.314",
    "0.95, 2, 2.920",
    "0.95, 19, 1.729",
    "0.975, 19, 2.093",
    "0.95, 100, 1.660",
    "0.5, 7, 0",
    "0.05, 19, -1.729"
  })
  void quantiles(double probability, int degrees, double value) {
    assertThat(StudentT.quantile(probability, degrees)).isCloseTo(value, within(0.0015));
  }

  @Test
  void theBoundIsTheMeanAndSoManyStandardErrors() {
    LostThroughput lost = new LostThroughput(List.of(0.01, 0.03, -0.01, 0.01));
    assertThat(lost.mean()).isCloseTo(0.01, within(1e-12));
    assertThat(lost.deviation()).isCloseTo(Math.sqrt(0.0008 / 3), within(1e-12));
    assertThat(lost.upperBound(0.95))
        .isCloseTo(0.01 + 2.353 * Math.sqrt(0.0008 / 3) / 2, within(1e-5));
  }
}
