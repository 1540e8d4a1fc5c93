package dev.watershed.reports.review.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadLevelsTest {

  /** Five classes from 1 to 100,000: one for each power of ten. */
  @ParameterizedTest
  @CsvSource({"1, 1", "9, 1", "11, 2", "999, 3", "1001, 4", "10001, 5", "100000, 5", "0, 0"})
  void classesAreLogarithmic(double load, int level) {
    assertThat(new LoadLevels(1, 100_000).of(load)).isEqualTo(level);
  }

  @Test
  void whatHasNoLoadDoesNotCount() {
    assertThat(LoadLevels.of(List.of(0.0, 2.0, 8.0))).isEqualTo(new LoadLevels(2, 8));
  }

  @Test
  void oneLoadIsTheMost() {
    assertThat(LoadLevels.of(List.of(3.0)).of(3)).isEqualTo(LoadLevels.COUNT);
    assertThat(LoadLevels.of(List.of()).of(0)).isZero();
  }

  @Test
  void anUpperEndBelowTheLowerIsRefused() {
    assertThatThrownBy(() -> new LoadLevels(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LoadLevels(0, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
