package dev.watershed.benchmarks.fleet.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaleTest {

  @ParameterizedTest
  @CsvSource({"0, 1", "0.33, 1", "0.39, 2.5", "0.5, 4", "0.65, 4", "0.66, 1", "1, 1"})
  void risesLastsAndEnds(double elapsed, double factor) {
    assertThat(Sale.factor(elapsed, 4)).isCloseTo(factor, within(1e-9));
  }
}
