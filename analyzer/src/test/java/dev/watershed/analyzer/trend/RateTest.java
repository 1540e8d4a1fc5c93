package dev.watershed.analyzer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  /** Events in 100 s on either side, and whether the second is more than the first. */
  @ParameterizedTest
  @CsvSource({
    "0, 19, false",
    "0, 20, true",
    "100, 149, false",
    "100, 200, true",
    "10, 20, false",
    "1000, 1490, false",
    "1000, 1510, true",
    "200, 100, false"
  })
  void moreIsByHalfAndByFourStandardErrorsAndTwentyEvents(int before, int after, boolean more) {
    Rate base = new Rate(before / 100.0, 100);
    Rate head = new Rate(after / 100.0, 100);
    assertThat(head.exceeds(base)).isEqualTo(more);
  }

  @Test
  void fiveExpectedEventsWouldHaveBeenSeenAndFourNot() {
    assertThat(new Rate(0.05, 1_000).wouldShowIn(100)).isTrue();
    assertThat(new Rate(0.05, 1_000).wouldShowIn(80)).isFalse();
  }

  @Test
  void aSpanOfNoTimeExceedsNothing() {
    assertThat(new Rate(5, 100).exceeds(new Rate(0, 0))).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Rate(-1, 1));
  }
}
