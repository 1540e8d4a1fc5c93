package dev.watershed.reports.review.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.capacity.Series;
import java.util.TreeMap;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Test;

class SeriesShiftTest {

  private static Series series(int points, LongToDoubleFunction value) {
    TreeMap<Long, Double> values = new TreeMap<>();
    for (long point = 0; point < points; point++) {
      values.put(point * 15, value.applyAsDouble(point));
    }
    return new Series(values, 15);
  }

  @Test
  void aMeanThatMovesFurtherThanItsErrorsIsMoreOrLess() {
    Series low = series(96, point -> 1 + point % 3);
    Series high = series(96, point -> 4 + point % 3);
    assertThat(SeriesShift.of(low, high)).isEqualTo(ChangeWord.MORE);
    assertThat(SeriesShift.of(high, low)).isEqualTo(ChangeWord.LESS);
  }

  @Test
  void onePeakAmongManyPointsIsChance() {
    Series calm = series(96, point -> 1 + point % 3);
    Series once = series(96, point -> point == 50 ? 40 : 1 + point % 3);
    assertThat(SeriesShift.of(calm, once)).isEqualTo(ChangeWord.SAME);
  }

  @Test
  void fewPointsTellNothing() {
    assertThat(SeriesShift.of(series(19, point -> 1), series(96, point -> 9)))
        .isEqualTo(ChangeWord.SAME);
  }
}
