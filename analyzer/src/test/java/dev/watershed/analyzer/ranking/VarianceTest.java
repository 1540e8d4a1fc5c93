package dev.watershed.analyzer.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.watershed.workload.Execution;
import dev.watershed.workload.Measure;
import java.util.Random;
import org.junit.jupiter.api.Test;

class VarianceTest {

  @Test
  void isThatOfThePopulation() {
    assertThat(varianceOf(2, 4, 4, 4, 5, 5, 7, 9)).isEqualTo(4.0);
  }

  @Test
  void ofOneExecutionIsZero() {
    assertThat(varianceOf(123_456)).isZero();
  }

  @Test
  void isUnknownWithoutExecutions() {
    assertThat(Variance.of(0, 0, 0, 0)).isEmpty();
  }

  @Test
  void survivesLongTimesWithASmallSpread() {
    long day = 86_400_000_000L;
    assertThat(varianceOf(day, day + 2)).isEqualTo(1.0);
  }

  @Test
  void agreesWithTwoPasses() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      long[] times = random.longs(1 + random.nextInt(50), 0, 20_000_000_000L).toArray();
      double mean = 0;
      for (long time : times) {
        mean += (double) time / times.length;
      }
      double squares = 0;
      for (long time : times) {
        squares += (time - mean) * (time - mean) / times.length;
      }
      assertThat(varianceOf(times)).isCloseTo(squares, within(1e-6 * squares + 1e-3));
    }
  }

  private static double varianceOf(long... times) {
    Execution execution = new Execution();
    long sum = 0;
    long low = 0;
    long high = 0;
    for (long time : times) {
      execution.clear();
      execution.timeMicros(time);
      sum += time;
      low += execution.value(Measure.TIME_SQUARE_LOW);
      high += execution.value(Measure.TIME_SQUARE_HIGH);
    }
    return Variance.of(times.length, sum, low, high).orElseThrow();
  }

  @Test
  void squaresThatAreNotKnownAreNoVariance() {
    assertThat(Variance.of(2, 300, 0, 0)).isEmpty();
    assertThat(Variance.of(2, 0, 0, 0)).hasValue(0);
  }
}
