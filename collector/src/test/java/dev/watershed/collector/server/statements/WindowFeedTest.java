package dev.watershed.collector.server.statements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.SampleSpan;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowFeedTest {

  private static final Instant FROM = Instant.parse("2026-11-23T02:07:00Z");
  private static final long MICRO = 1_000_000;

  @ParameterizedTest
  @CsvSource({"60, 1", "74, 1", "76, 5", "300, 5", "900, 15", "1100, 15"})
  void aDifferenceIsInTheMinutesInWhichItWasTaken(long seconds, int width) {
    Workload workload = feed(Duration.ofSeconds(seconds), Duration.ZERO, 10);
    MinuteTable minutes = workload.minutes();

    assertThat(workload.quality().slotMinutes()).isEqualTo(width);
    assertThat(minutes.size()).isEqualTo(1);
    assertThat(minutes.value(0, Measure.CALLS)).isEqualTo(3);
    assertThat(minutes.value(0, Measure.TIME_MICROS)).isEqualTo(600);
    assertThat(minutes.histogram(0).count()).isEqualTo(3);
    assertThat(workload.quality().count(IssueReason.UNKNOWN_TIME)).isZero();
  }

  /** As the figures of the same sample about the server are ({@code StatusDomainTest}). */
  @ParameterizedTest
  @CsvSource({"60000, 0", "60500, 1"})
  void aDifferenceIsOfTheMinuteThatItEndsIn(long millis, long minutesLater) {
    MinuteTable minutes = feed(Duration.ofMillis(millis), Duration.ZERO, 10).minutes();

    assertThat(minutes.minute(0)).isEqualTo(FROM.getEpochSecond() / 60 + minutesLater);
  }

  @Test
  void aDifferenceOverHoursIsInNoMinute() {
    Workload workload = feed(Duration.ofHours(5), Duration.ZERO, 10);

    assertThat(workload.minutes().size()).isZero();
    assertThat(workload.quality().count(IssueReason.UNKNOWN_TIME)).isEqualTo(3);
    assertThat(workload.quality().slotMinutes()).isEqualTo(1);
  }

  @Test
  void aClockThatIsWrongIsCorrectedAndNamed() {
    Workload right = feed(Duration.ofMinutes(1), Duration.ZERO, 10);
    Workload wrong = feed(Duration.ofMinutes(1), Duration.ofHours(1), 10);

    assertThat(right.quality().count(IssueReason.CLOCK_DIFFERS)).isZero();
    assertThat(wrong.quality().count(IssueReason.CLOCK_DIFFERS)).isEqualTo(1);
    long seen = right.statements().value(0, Measure.LAST_SEEN_MICROS);
    assertThat(wrong.statements().value(0, Measure.LAST_SEEN_MICROS)).isEqualTo(seen);
    assertThat(seen).isEqualTo(FROM.getEpochSecond() * MICRO + 30 * MICRO);
  }

  @Test
  void whatIsNotKnownToBeNewWasFirstSeenAfterTheSampleBefore() {
    Workload workload = feed(Duration.ofMinutes(1), Duration.ZERO, 10);

    assertThat(workload.statements().value(0, Measure.FIRST_SEEN_MICROS))
        .isEqualTo(FROM.getEpochSecond() * MICRO);
  }

  @Test
  void whatTheServerLumpedIsLumped() {
    Workload workload = feed(Duration.ofMinutes(1), Duration.ZERO, 0);

    assertThat(workload.texts().get(workload.statements().textIndex(0)))
        .isSameAs(StatementText.LUMPED);
    assertThat(workload.quality().count(IssueReason.LUMPED_BY_SERVER)).isEqualTo(3);
  }

  /** Three executions, 30 seconds after the sample before. */
  private static Workload feed(Duration span, Duration clockError, int capacity) {
    SimulatedDigestTable table = new SimulatedDigestTable(capacity, true);
    Instant serverFrom = FROM.plus(clockError);
    table.run("s", "SELECT ?", 200 * MICRO, 1, serverFrom.minusSeconds(9));
    StatementSample before = table.sample(serverFrom);
    for (int i = 0; i < 3; i++) {
      table.run("s", "SELECT ?", 200 * MICRO, 1, serverFrom.plusSeconds(30));
    }
    StatementSample now = table.sample(serverFrom.plus(span));
    WorkloadBuilder window = new WorkloadBuilder(WorkloadBounds.standard());
    new StatementDomain()
        .contribute(
            new StatementDomain().difference(before, now),
            new SampleSpan(FROM, FROM.plus(span)),
            window);
    return window.build(
        List.of(new SourceFile("performance_schema", 0, 0, 0)), OptionalDouble.of(0), sample -> "");
  }
}
