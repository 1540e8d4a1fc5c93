package dev.watershed.analyzer.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SeriesTest {

  private static Series series(int width, Map<Long, Double> values) {
    return new Series(new TreeMap<>(values), width);
  }

  @Test
  void figuresCountMinutesThatAreNotThere() {
    Series sparse = series(1, Map.of(0L, 4.0, 19L, 8.0));
    assertThat(sparse.peak()).hasValue(8);
    assertThat(sparse.mean()).hasValue(12 / 20.0);
    assertThat(sparse.p95()).hasValue(4);
    assertThat(series(1, Map.of(0L, 4.0, 99L, 8.0)).p95()).hasValue(0);
    assertThat(series(15, Map.of(0L, 1.0, 1_425L, 1.0)).days()).isEqualTo(1);
    Series none = series(1, Map.of());
    assertThat(none.mean()).isEmpty();
    assertThat(none.p95()).isEmpty();
    assertThat(none.days()).isZero();
  }

  @Test
  void onlyTheTimeThatBothCoverIsSummed() {
    Series one = series(1, Map.of(0L, 1.0, 1L, 2.0, 2L, 3.0));
    Series other = series(1, Map.of(1L, 10.0, 2L, 20.0, 3L, 30.0));
    assertThat(one.plus(other)).isEqualTo(series(1, Map.of(1L, 12.0, 2L, 23.0)));
    assertThat(one.plus(series(1, Map.of()))).isEqualTo(series(1, Map.of()));
  }

  @Test
  void theHighestMinuteOfAWiderSlotCountsAndSoDoesASlotThatBeganBefore() {
    Series wide = series(15, Map.of(0L, 5.0, 15L, 1.0));
    Series minutes = series(1, Map.of(7L, 2.0, 8L, 4.0, 16L, 3.0));
    Series sum = series(15, Map.of(0L, 9.0, 15L, 4.0));
    assertThat(wide.plus(minutes)).isEqualTo(sum);
    assertThat(minutes.plus(wide)).isEqualTo(sum);
  }
}
