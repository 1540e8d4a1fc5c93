package dev.watershed.collector.server.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.rounds.Round;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeenExecutionsTest {

  private static final int MILLION = 1_000_000;

  /**
   * One look per interval at a random moment: whatever the length of the executions, the estimate
   * of the variance of the sampled time is Σ f(1 − f)·d² on average; {@code length} counts
   * intervals of so many seconds.
   */
  @ParameterizedTest
  @CsvSource({
    "0.02, 1", "0.3, 1", "0.9, 1", "1.0, 1", "1.4, 1", "2.5, 1", "7.3, 1", "0.3, 2", "1.4, 2"
  })
  void theVarianceIsEstimatedWithoutBias(double length, int seconds) {
    Random random = new Random(17);
    int trials = 20_000;
    double estimated = 0;
    double expected = 0;
    for (int trial = 0; trial < trials; trial++) {
      double start = random.nextDouble();
      SeenExecutions seen = new SeenExecutions();
      for (int round = 0; round < length + 2; round++) {
        double covered = Math.min(start + length, round + 1) - Math.max(start, round);
        double part = Math.max(0, covered);
        expected += part * (1 - part) * seconds * seconds;
        double look = round + random.nextDouble();
        if (look >= start && look < start + length) {
          SeenExecutions.Sample sample =
              seen.see(
                  new SeenExecutions.Execution(1, 1),
                  round(round, seconds, look - round),
                  Math.round((look - start) * seconds * MILLION));
          estimated += sample.varianceMillionths() / (double) MILLION;
        }
        seen.endLook();
      }
    }
    // The standard error of the mean is below 0.6 / sqrt(trials).
    assertThat(estimated / trials)
        .isCloseTo(
            expected / trials, org.assertj.core.data.Offset.offset(0.02 * seconds * seconds));
  }

  @Test
  void anExecutionIsNewOnceAndAnotherStatementOfItsSessionIsAnotherOne() {
    SeenExecutions seen = new SeenExecutions();
    assertThat(seen.see(new SeenExecutions.Execution(1, 5), round(0, 1, 0.5), 10).first()).isTrue();
    seen.endLook();
    assertThat(seen.see(new SeenExecutions.Execution(1, 5), round(1, 1, 0.5), 10).first())
        .isFalse();
    assertThat(seen.see(new SeenExecutions.Execution(1, 6), round(1, 1, 0.5), 10).first()).isTrue();
    seen.endLook();
    seen.forget();
    assertThat(seen.see(new SeenExecutions.Execution(1, 6), round(2, 1, 0.5), 10).first()).isTrue();
  }

  private static Round round(long number, int seconds, double part) {
    long interval = (long) seconds * MILLION;
    return new Round(number, Instant.EPOCH, interval, Math.round(part * interval));
  }
}
