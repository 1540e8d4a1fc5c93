package dev.watershed.analyzer.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.observation.ObservationBounds;
import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ObservationsBuilder;
import dev.watershed.workload.observation.ServerFacts;
import dev.watershed.workload.observation.ServerMinutes;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerStatesTest {

  private final ObservationsBuilder observed =
      new ObservationsBuilder(ObservationBounds.standard());

  private ServerState state() {
    return ServerStates.of("db", observed.build()).orElseThrow();
  }

  private ServerStatesTest minute(long minute, Figure figure, long value) {
    observed.minutes().add(new ServerMinutes.Key("uuid", minute), figure, value);
    return this;
  }

  private void fact(String server, String name, String value, long lastSeen) {
    ServerFacts.Key key = new ServerFacts.Key(server, name, value);
    observed.facts().add(key, ServerFacts.Figure.LAST_SEEN_MICROS, lastSeen);
  }

  @Test
  void ofSeveralValuesTheOneSeenLastHolds() {
    fact("uuid", "version", "8.0.36", 100);
    fact("uuid", "version", "8.4.1", 300);
    fact("uuid", "version", "9.0.0", 200);
    fact("uuid", "time_zone", "UTC", 50);
    assertThat(state().facts())
        .containsExactly(
            new ServerState.Fact("time_zone", "UTC"), new ServerState.Fact("version", "8.4.1"));
  }

  @Test
  void minutesAddUpAndTheMostOfGaugesIsTheMostOfAll() {
    minute(1, Figure.SPAN_MICROS, 60_000_000).minute(1, Figure.THREADS_RUNNING_MAX, 7);
    minute(2, Figure.SPAN_MICROS, 30_000_000).minute(2, Figure.THREADS_RUNNING_MAX, 5);
    assertThat(state().watchedMicros()).isEqualTo(90_000_000);
    assertThat(state().figure(Figure.THREADS_RUNNING_MAX)).hasValue(7);
    assertThat(state().figure(Figure.HISTORY_LIST_LENGTH_MAX)).as("not told").isEmpty();
  }

  @Test
  void aGaugeOnAverageIsItsSumByTheSamples() {
    minute(1, Figure.SAMPLES, 4).minute(1, Figure.THREADS_CONNECTED_SUM, 10);
    assertThat(state().average(Figure.THREADS_CONNECTED_SUM)).hasValue(2.5);
    assertThat(state().average(Figure.THREADS_RUNNING_SUM)).hasValue(0);
  }

  @Test
  void withoutSamplesThereIsNoAverage() {
    minute(1, Figure.SPAN_MICROS, 1);
    assertThat(state().average(Figure.THREADS_CONNECTED_SUM)).isEmpty();
    assertThat(state().bufferPoolHitShare()).isEmpty();
  }

  @ParameterizedTest(name = "{1} of {0} requests from disk: {2}")
  @CsvSource({"1000, 10, 0.99", "1000, 0, 1", "10, 10, 0", "10, 11, 0"})
  void theBufferPoolServesWhatIsNotReadFromDisk(long requests, long reads, double expected) {
    minute(1, Figure.BUFFER_POOL_READ_REQUESTS, requests);
    minute(1, Figure.BUFFER_POOL_READS, reads);
    assertThat(state().bufferPoolHitShare()).hasValue(expected);
  }

  @Test
  void aServerThatSaidNothingHasNoState() {
    assertThat(ServerStates.of("db", Observations.NONE)).isEmpty();
  }

  @Test
  void whatItSaysWithoutMinutesIsAState() {
    fact("uuid", "version", "8.4.1", 100);
    assertThat(state().watchedMicros()).isZero();
  }
}
