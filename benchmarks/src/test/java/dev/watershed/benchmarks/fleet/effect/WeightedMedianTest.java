package dev.watershed.benchmarks.fleet.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.benchmarks.fleet.effect.WeightedMedian.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedMedianTest {

  @Test
  void halfOfTheWeightIsOnEitherSide() {
    assertThat(WeightedMedian.of(List.of(new Value(5, 1), new Value(1, 1), new Value(3, 1))))
        .isEqualTo(3);
    assertThat(WeightedMedian.of(List.of(new Value(5, 10), new Value(1, 1), new Value(3, 1))))
        .isEqualTo(5);
  }

  @Test
  void nothingHasNone() {
    assertThat(WeightedMedian.of(List.of())).isZero();
    assertThatThrownBy(() -> new Value(1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
