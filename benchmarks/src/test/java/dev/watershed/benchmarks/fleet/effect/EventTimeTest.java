package dev.watershed.benchmarks.fleet.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTimeTest {

  /** A run of ten seconds from half past a second; the moment is 7 s after its start, at 7.5 s. */
  @ParameterizedTest
  @CsvSource({"6, true, false", "7, false, false", "8, false, true"})
  void theSecondOfAMomentIsOnNeitherSide(int second, boolean before, boolean from) {
    EventTime time =
        EventTime.of(
            Instant.EPOCH.plusSeconds(second),
            Instant.EPOCH.plusMillis(500),
            Duration.ofSeconds(10));
    assertThat(time.before(0.7)).isEqualTo(before);
    assertThat(time.from(0.7)).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({"6, true, false", "7, false, true"})
  void aMomentBetweenTwoSecondsPartsThem(int second, boolean before, boolean from) {
    EventTime time =
        EventTime.of(Instant.EPOCH.plusSeconds(second), Instant.EPOCH, Duration.ofSeconds(10));
    assertThat(time.before(0.7)).isEqualTo(before);
    assertThat(time.from(0.7)).isEqualTo(from);
  }
}
