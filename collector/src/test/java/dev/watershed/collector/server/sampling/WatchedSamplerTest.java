package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.rounds.RoundLoop;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.Origin;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Attribution.Figure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was seen between samples gets into the window of the next one, with the texts it names. */
class WatchedSamplerTest {

  private static final Fingerprint STATEMENT =
      Fingerprints.of("SELECT a FROM t WHERE b = 5", SqlMode.standard());
  private static final Attribution.Key KEY =
      new Attribution.Key(STATEMENT.digest(), new Origin("svc", "", List.of()));

  private final CountingServer server = new CountingServer();
  private final List<CollectedWindow> windows = new ArrayList<>();

  @Test
  void samplesBetweenLooksAreKeptOnceEach() throws IOException {
    ServerSampler sampler = open();
    look(sampler);
    look(sampler);
    sampler.seal();
    assertThat(windows.stream().mapToLong(window -> samples(window)).sum()).isEqualTo(2);
    for (CollectedWindow window : windows) {
      assertThat(window.workload().texts())
          .filteredOn(text -> !text.lumped())
          .extracting(StatementText::fingerprint)
          .contains(STATEMENT.text());
    }
  }

  private static long samples(CollectedWindow window) {
    int row = window.observations().attribution().rowOf(KEY);
    return window.observations().attribution().value(row, Figure.SAMPLES);
  }

  private FollowReport look(ServerSampler sampler) throws IOException {
    server.pass(Duration.ofMinutes(1));
    return sampler.look(false, () -> false);
  }

  private ServerSampler open() throws IOException {
    WindowSink sink =
        new WindowSink() {
          @Override
          public Optional<Sealed> last(String name, String source) {
            return Optional.empty();
          }

          @Override
          public void put(CollectedWindow window) {
            windows.add(window);
          }
        };
    return ServerSampler.open(
        "booking-1",
        server,
        List.of(server),
        WatchedSamplerTest::oneSample,
        Turns.standard(),
        sink,
        server);
  }

  private static RoundLoop.Taken oneSample() {
    RoundLoop.Taken taken = new RoundLoop.Taken();
    taken.watched().digest(Optional.of(STATEMENT));
    taken.watched().observations().attribution().add(KEY, Figure.SAMPLES, 1);
    return taken;
  }
}
