package dev.watershed.analyzer.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.ServiceMapping;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Whether load moved by more than chance explains. */
class LoadShiftTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static Figures figures(int calls, long micros) {
    long[] times = new long[calls];
    Arrays.fill(times, micros);
    return new Ranker(
            new WorkloadFixture().statement("SELECT 1").run(times).build(),
            ServiceMapping.accounts())
        .rank(RankingOptions.everyDigest())
        .totals()
        .orElseThrow();
  }

  @Test
  void moreCallsAndLongerCallsAreMore() {
    assertThat(LoadShift.of(figures(400, 10), HOUR, figures(800, 10), HOUR))
        .isEqualTo(LoadShift.MORE);
    assertThat(LoadShift.of(figures(400, 10), HOUR, figures(400, 20), HOUR))
        .isEqualTo(LoadShift.MORE);
    assertThat(LoadShift.of(figures(800, 10), HOUR, figures(400, 10), HOUR))
        .isEqualTo(LoadShift.LESS);
  }

  @Test
  void spansOfDifferentLengthAreComparedPerSecond() {
    assertThat(LoadShift.of(figures(400, 10), HOUR, figures(800, 10), HOUR.multipliedBy(2)))
        .isEqualTo(LoadShift.SAME);
    assertThat(LoadShift.of(figures(400, 10), HOUR, figures(400, 10), HOUR.multipliedBy(2)))
        .isEqualTo(LoadShift.LESS);
  }

  @Test
  void whatChanceExplainsIsTheSame() {
    assertThat(LoadShift.of(figures(30, 10), HOUR, figures(45, 10), HOUR))
        .as("half as much again, but within four standard errors")
        .isEqualTo(LoadShift.SAME);
    assertThat(LoadShift.of(figures(100_000, 10), HOUR, figures(110_000, 10), HOUR))
        .as("sure, but below a fifth")
        .isEqualTo(LoadShift.SAME);
  }

  /** 2,000 µs more; four standard errors are 4 · 10 · √2,200 = 1,876 µs. */
  @Test
  void aFifthIsEnough() {
    Duration second = Duration.ofSeconds(1);
    assertThat(LoadShift.of(figures(1_000, 10), second, figures(1_200, 10), second))
        .isEqualTo(LoadShift.MORE);
    assertThat(LoadShift.of(figures(1_200, 10), second, figures(1_000, 10), second))
        .isEqualTo(LoadShift.LESS);
    assertThat(LoadShift.of(figures(1_000, 10), second, figures(1_199, 10), second))
        .isEqualTo(LoadShift.SAME);
  }

  @Test
  void twentyCallsOfEitherSpanAreEnough() {
    assertThat(LoadShift.of(figures(20, 10), HOUR, figures(4_000, 10), HOUR))
        .isEqualTo(LoadShift.MORE);
    assertThat(LoadShift.of(figures(4_000, 10), HOUR, figures(20, 10), HOUR))
        .isEqualTo(LoadShift.LESS);
  }

  @Test
  void fewCallsTellNothing() {
    assertThat(LoadShift.of(figures(19, 10), HOUR, figures(4_000, 10), HOUR))
        .isEqualTo(LoadShift.UNDECIDED);
    assertThat(LoadShift.MORE.key()).isEqualTo("more");
  }
}
