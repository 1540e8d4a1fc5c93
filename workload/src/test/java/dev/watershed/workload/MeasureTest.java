package dev.watershed.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.Measure.Merge;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The order of measures is that of rows in memory and in files. */
class MeasureTest {

  @Test
  void thoseOfAMinuteStandFirst() {
    assertThat(Arrays.stream(Measure.values()).filter(Measure::perMinute))
        .containsExactly(
            Measure.CALLS,
            Measure.EVENTS_READ,
            Measure.ERRORS,
            Measure.TIME_MICROS,
            Measure.LOCK_TIME_MICROS,
            Measure.ROWS_SENT,
            Measure.ROWS_EXAMINED);
  }

  @Test
  void sumsStandBeforeMinimaAndMaxima() {
    Measure[] all = Measure.values();
    for (int i = 0; i < all.length; i++) {
      Merge merge =
          i < Measure.SUMS ? Merge.SUM : i < Measure.SUMS + Measure.MINIMA ? Merge.MIN : Merge.MAX;
      assertThat(all[i].merge()).as(all[i].name()).isEqualTo(merge);
    }
  }
}
