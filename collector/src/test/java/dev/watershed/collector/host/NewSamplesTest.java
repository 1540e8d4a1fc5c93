package dev.watershed.collector.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.TimeMark;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class NewSamplesTest {

  private static final Instant NOW = Instant.parse("2026-11-23T11:30:00Z");
  private static final TimeMark MARK = new TimeMark(Instant.parse("2026-11-23T10:30:00Z"));

  @Test
  void thoseBehindTheMarkAreTakenInTheOrderOfTime() {
    assertThat(taken("10:29", "10:30", "10:32", "10:31", "11:35"))
        .containsExactly("10:31", "10:32", "11:35");
  }

  @Test
  void thoseThatAreAheadAreCounted() {
    assertThat(of("10:30", "11:36", "11:37", "11:30").ahead()).isEqualTo(2);
    assertThat(taken("10:30", "11:36", "11:37", "11:30")).containsExactly("11:30");
  }

  /** The clock was set back from 11:29 to 10:29; what it said before was left out then. */
  @Test
  void thoseBeforeAKnownOneAreOfAClockThatWasAhead() {
    assertThat(taken("10:28", "11:28", "11:29", "10:29", "10:30", "10:31"))
        .containsExactly("10:31");
  }

  @Test
  void aFewMinutesOfDisorderAreNone() {
    assertThat(taken("10:30", "10:33", "10:29", "10:34")).containsExactly("10:33", "10:34");
  }

  private static List<String> taken(String... times) {
    return of(times).samples().stream()
        .map(sample -> sample.time().toString().substring(11, 16))
        .toList();
  }

  private static NewSamples of(String... times) {
    List<HostSample> all =
        Arrays.stream(times)
            .map(
                time ->
                    new HostSample(
                        Instant.parse("2026-11-23T" + time + ":00Z"),
                        OptionalDouble.of(1),
                        OptionalLong.empty(),
                        OptionalLong.empty()))
            .toList();
    return NewSamples.of(all, MARK, NOW);
  }
}
