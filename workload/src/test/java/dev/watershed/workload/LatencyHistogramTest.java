package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatencyHistogramTest {

  @Test
  void nothingCountedHasNoQuantile() {
    assertThat(new LatencyHistogram().quantileMicros(0.5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.1, 1.1, Double.NaN})
  void aQuantileIsAShare(double quantile) {
    LatencyHistogram histogram = new LatencyHistogram();
    histogram.add(5, 1);
    assertThatThrownBy(() -> histogram.quantileMicros(quantile)).hasMessageContaining("(0, 1]");
  }

  @Test
  void quantilesAreWithinOneBucketOfTheExactOnes() {
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      LatencyHistogram histogram = new LatencyHistogram();
      long[] times = new long[1 + random.nextInt(2_000)];
      for (int i = 0; i < times.length; i++) {
        times[i] = 10 + (long) Math.exp(random.nextGaussian() * 3 + 8);
        histogram.add(times[i], 1);
      }
      Arrays.sort(times);
      for (double quantile : new double[] {0.01, 0.5, 0.95, 0.99, 1}) {
        long exact = times[(int) Math.ceil(quantile * times.length) - 1];
        assertThat(histogram.quantileMicros(quantile).orElseThrow())
            .isCloseTo(exact, within(exact * 0.048 + 1));
      }
    }
  }

  @Test
  void mergingEqualsCountingTogetherInAnyOrder() {
    Random random = new Random(13);
    LatencyHistogram together = new LatencyHistogram();
    LatencyHistogram[] parts = {
      new LatencyHistogram(), new LatencyHistogram(), new LatencyHistogram()
    };
    for (int i = 0; i < 5_000; i++) {
      long micros = random.nextLong() >>> (20 + random.nextInt(43));
      long weight = 1L + random.nextInt(3);
      together.add(micros, weight);
      parts[random.nextInt(3)].add(micros, weight);
    }
    LatencyHistogram forwards = new LatencyHistogram();
    LatencyHistogram backwards = new LatencyHistogram();
    for (int i = 0; i < 3; i++) {
      forwards.merge(parts[i]);
      backwards.merge(parts[2 - i]);
    }
    assertThat(forwards).isEqualTo(together).isEqualTo(backwards).hasSameHashCodeAs(together);
    assertThat(forwards.count()).isEqualTo(together.count());
  }

  @Test
  void mergingCoversTheBucketsOfBoth() {
    long[][] times = {{}, {5}, {1_000_000, 2_000_000}, {300}, {5, 9_000_000_000_000L}};
    for (long[] left : times) {
      for (long[] right : times) {
        LatencyHistogram merged = of(left);
        merged.merge(of(right));
        LatencyHistogram together = of(left);
        for (long micros : right) {
          together.add(micros, 1);
        }
        assertThat(merged).isEqualTo(together);
        assertThat(merged.count()).isEqualTo(left.length + right.length);
      }
    }
  }

  private static LatencyHistogram of(long... times) {
    LatencyHistogram histogram = new LatencyHistogram();
    for (long micros : times) {
      histogram.add(micros, 1);
    }
    return histogram;
  }
}
