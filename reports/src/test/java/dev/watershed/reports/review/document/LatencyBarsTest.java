package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.form.Cell;
import dev.watershed.workload.LatencyBuckets;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** What is drawn of a latency histogram. */
class LatencyBarsTest {

  @Test
  void tenBucketsAreABar() {
    assertThat(
            LatencyBars.of(
                Cell.series(List.of(0.0, 1.0, 1.0, 2.0, 10.0, 4.0, 11.0, 16.0, 140.0, 8.0))))
        .isEqualTo(Cell.series(List.of(0.0, 1.0, 10.0, 6.0, 20.0, 16.0, 140.0, 8.0)));
  }

  @Test
  void aBarEndsWhereAFifthOfADecadeDoes() {
    double below = LatencyBuckets.indexOfMicros(99);
    double above = LatencyBuckets.indexOfMicros(100);
    assertThat(LatencyBars.of(Cell.series(List.of(below, 1.0, above, 2.0))))
        .isEqualTo(Cell.series(List.of(50.0, 1.0, 60.0, 2.0)));
    assertThat(LatencyBuckets.upperMicros(50)).isCloseTo(100, Percentage.withPercentage(0.001));
  }

  @Test
  void theUnknownStaysUnknown() {
    assertThat(LatencyBars.of(Cell.unknown())).isEqualTo(Cell.unknown());
  }
}
