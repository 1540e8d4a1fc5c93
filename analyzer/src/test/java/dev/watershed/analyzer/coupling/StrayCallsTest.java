package dev.watershed.analyzer.coupling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrayCallsTest {

  @ParameterizedTest
  @CsvSource({"10, 5, 1", "10, 10, 1", "0.5, 1, 0.824361", "0.0005, 2, 4.616e-7", "1, 20, 1.7e-18"})
  void theBoundIsChernoffs(double expected, double calls, double bound) {
    assertThat(StrayCalls.bound(expected, calls)).isCloseTo(bound, within(bound * 0.01));
  }

  /** The slow way adds up the terms of Poisson's distribution. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theBoundIsNeverBelowTheProbability(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 200; i++) {
      double expected = Math.exp(random.nextDouble() * 8 - 4);
      int calls = 1 + random.nextInt(60);
      assertThat(StrayCalls.bound(expected, calls) + 1e-12)
          .as(expected + " " + calls)
          .isGreaterThanOrEqualTo(tail(expected, calls));
    }
  }

  private static double tail(double expected, int calls) {
    double term = Math.exp(-expected);
    double below = 0;
    for (int k = 0; k < calls; k++) {
      below += term;
      term *= expected / (k + 1);
    }
    return 1 - below;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 1, 30, 1e6})
  void moreCallsAreLessLikely(double expected) {
    double[] bounds =
        IntStream.rangeClosed(0, 50)
            .mapToDouble(step -> StrayCalls.bound(expected, expected * (1 + step / 10.0)))
            .toArray();
    assertThat(bounds[0]).isEqualTo(1);
    assertThat(IntStream.range(1, bounds.length))
        .allMatch(i -> bounds[i] < bounds[i - 1] || bounds[i] == 0);
  }

  @Test
  void noCallsAreNoSurprise() {
    assertThat(StrayCalls.bound(0.1, 0)).isEqualTo(1);
  }
}
