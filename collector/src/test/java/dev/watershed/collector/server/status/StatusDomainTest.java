package dev.watershed.collector.server.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.rounds.AnsweringServer;
import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.ObservationTable;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusDomainTest {

  private static final Instant AT = Instant.parse("2026-11-23T10:07:30Z");

  private final StatusDomain domain = new StatusDomain();

  @Test
  void aMinuteHasTheDifferencesOfCountersAndTheGaugesOfItsEnd() throws ServerException {
    StatusSample before =
        sample(Map.of("Queries", 100L, "Innodb_row_lock_time", 7L, "Threads_connected", 9L));
    StatusSample now =
        sample(Map.of("Queries", 130L, "Innodb_row_lock_time", 9L, "Threads_connected", 4L));

    ObservationTable<ServerMinutes.Key, Figure> minutes = minutes(before, now);
    assertThat(minutes.keys())
        .containsExactly(new ServerMinutes.Key("one", AT.getEpochSecond() / 60));
    assertThat(minutes.value(0, Figure.STATEMENTS)).isEqualTo(30);
    assertThat(minutes.value(0, Figure.ROW_LOCK_MICROS)).as("2 ms").isEqualTo(2_000);
    assertThat(minutes.value(0, Figure.THREADS_CONNECTED_MAX)).isEqualTo(4);
    assertThat(minutes.value(0, Figure.SPAN_MICROS)).isEqualTo(60_000_000);
  }

  /** As the statements of the same sample are ({@code WindowFeedTest}). */
  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:08:00Z,    2026-11-23T10:07:00Z",
    "2026-11-23T10:08:00.50Z, 2026-11-23T10:08:00Z",
  })
  void aSampleIsOfTheMinuteThatItEndsIn(Instant at, Instant minute) throws ServerException {
    StatusSample sample = sample(Map.of("Queries", 100L));
    assertThat(minutes(sample, sample, at).keys())
        .containsExactly(new ServerMinutes.Key("one", minute.getEpochSecond() / 60));
  }

  @Test
  void ofACounterThatWasSetBackAllThatItShowsCounts() throws ServerException {
    ObservationTable<ServerMinutes.Key, Figure> minutes =
        minutes(sample(Map.of("Queries", 100L)), sample(Map.of("Queries", 40L)));
    assertThat(minutes.value(0, Figure.STATEMENTS)).isEqualTo(40);
  }

  /** MariaDB has no counter of InnoDB's rows any more, and one of handler calls. */
  @Test
  void anotherNameStandsInForOneThatTheServerLacks() throws ServerException {
    StatusSample both = sample(Map.of("Rows_read", 5L, "Innodb_rows_read", 3L));
    assertThat(both.counters()).containsEntry(StatusCounter.ROWS_READ, 3L);
    assertThat(sample(Map.of("Rows_read", 5L)).counters())
        .containsEntry(StatusCounter.ROWS_READ, 5L);
  }

  @Test
  void countersComeBackFromBytes() throws Exception {
    StatusSample sample = sample(Map.of("Queries", 100L, "Threads_connected", 9L));
    ByteWriter bytes = new ByteWriter();
    domain.encode(sample, bytes);
    StatusSample read = decoded(bytes);
    assertThat(read.server()).isEqualTo("one");
    assertThat(read.counters()).isEqualTo(sample.counters());
    assertThat(read.threadsConnected()).as("of its moment only").isEmpty();
  }

  private StatusSample decoded(ByteWriter bytes) throws DamagedBytesException {
    return domain.decode(new ByteReader(bytes.toByteArray()));
  }

  private StatusSample sample(Map<String, Long> values) throws ServerException {
    return domain.sample(
        new AnsweringServer("performance_schema.global_status", values), Optional.empty());
  }

  private ObservationTable<ServerMinutes.Key, Figure> minutes(
      StatusSample before, StatusSample now) {
    return minutes(before, now, AT);
  }

  private ObservationTable<ServerMinutes.Key, Figure> minutes(
      StatusSample before, StatusSample now, Instant at) {
    ObservationsBuilder observations = new ObservationsBuilder(ObservationBounds.standard());
    domain.observe(
        domain.difference(before, now), new SampleSpan(at.minusSeconds(60), at), observations);
    return observations.build().minutes();
  }
}
