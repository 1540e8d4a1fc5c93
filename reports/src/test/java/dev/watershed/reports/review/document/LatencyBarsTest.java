package dev.watershed.reports.review.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.reports.review.form.Cell;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is drawn of a latency histogram. */
class LatencyBarsTest {

  @Test
  void tenBucketsAreABar() {
    assertThat(LatencyBars.of(Cell.series(List.of(0.0, 1.0, 9.0, 2.0, 10.0, 4.0, 140.0, 8.0))))
        .isEqualTo(Cell.series(List.of(0.0, 3.0, 10.0, 4.0, 140.0, 8.0)));
  }

  @Test
  void theUnknownStaysUnknown() {
    assertThat(LatencyBars.of(Cell.unknown())).isEqualTo(Cell.unknown());
  }
}
