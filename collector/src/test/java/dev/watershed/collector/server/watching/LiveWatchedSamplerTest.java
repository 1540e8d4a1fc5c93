package dev.watershed.collector.server.watching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.follow.CollectedWindow;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.rounds.RoundTiming;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.Turns;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.observation.Attribution;
import dev.watershed.workload.observation.Observations;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Looks between two samples and the samples make one window. */
@Live(Product.MYSQL)
class LiveWatchedSamplerTest {

  private static final String TEXT = "SELECT SLEEP(8), 41 /*controller='coupon'*/";

  private final LiveServer server;
  private final List<CollectedWindow> windows = new ArrayList<>();

  LiveWatchedSamplerTest(LiveServer server) {
    this.server = server;
  }

  @Test
  void aWindowHoldsSamplesAndFactsWithTheTextsTheyName() throws Exception {
    Thread client = new Thread(this::runClient);
    client.start();
    try (WatchedSampler sampler = open()) {
      assertThat(sampler.look(false, () -> false).failures()).isEmpty();
      client.join();
      assertThat(sampler.look(false, () -> false).failures()).isEmpty();
      sampler.seal();
    }
    CollectedWindow window = windows.get(windows.size() - 1);
    Observations seen = window.observations();
    Fingerprint statement = Fingerprints.of(TEXT, SqlMode.standard());
    assertThat(seen.attribution().keys())
        .extracting(Attribution.Key::digest)
        .contains(statement.digest());
    assertThat(seen.facts().size()).isPositive();
    assertThat(seen.rounds().size()).isPositive();
    assertThat(window.workload().texts())
        .extracting(StatementText::digest)
        .contains(statement.digest());
  }

  private WatchedSampler open() throws IOException {
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
    SessionResolver resolver = new SessionResolver(List.of("controller"), 24, SqlMode.standard());
    RoundTiming timing =
        new RoundTiming(Duration.ofMillis(100), Duration.ofMinutes(1), Duration.ofSeconds(1), 1);
    return WatchedSampler.open(
        LiveAddress.of(server),
        Domains.all(),
        resolver,
        timing,
        UnaryOperator.identity(),
        Turns.standard(),
        sink,
        Clock.systemUTC());
  }

  private void runClient() {
    try (Connection connection = server.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(TEXT);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
