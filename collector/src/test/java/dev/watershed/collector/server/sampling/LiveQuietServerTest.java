package dev.watershed.collector.server.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.connection.LiveAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.sql.live.Live;
import dev.watershed.sql.live.LiveServer;
import dev.watershed.sql.live.Product;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.observation.ServerFact;
import dev.watershed.workload.observation.ServerMinutes.Figure;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server that nobody uses but Watershed: its questions are not load. */
class LiveQuietServerTest {

  private static final List<Domain<?, ?>> DOMAINS = Domains.all();
  private static final String FLAGS = "--max-connections=77";

  private final KeptSamples samples = new KeptSamples();

  @Test
  @Live(value = Product.MYSQL, flags = FLAGS)
  void itsQuestionsAreNoLoadOnMySql(LiveServer server) throws Exception {
    looksAtAQuietServer(server);
  }

  @Test
  @Live(value = Product.MARIADB, flags = FLAGS)
  void itsQuestionsAreNoLoadOnMariaDb(LiveServer server) throws Exception {
    looksAtAQuietServer(server);
  }

  private void looksAtAQuietServer(LiveServer server) throws IOException {
    ServerPool pool =
        new ServerPool(LiveAddress.of(server), ServerLimits.standard(), Domains.tables(DOMAINS));
    try (ServerSampler sampler =
        ServerSampler.open("live", pool, DOMAINS, samples, Clock.systemUTC())) {
      for (int i = 0; i < 4; i++) {
        assertThat(sampler.look(false, () -> false).failures()).isEmpty();
      }
      sampler.seal();
    }

    assertThat(samples.count(IssueReason.OWN_STATEMENTS)).isPositive();
    assertThat(samples.workloads())
        .flatExtracting(workload -> workload.texts())
        .extracting(StatementText::fingerprint)
        .as("but for what sets up a session")
        .allMatch(text -> text.matches("SET .*|SELECT @@.*|administrator command: .*|\\(.*\\)"));
    assertThat(figure(Figure.STATEMENTS)).isPositive();
    assertThat(figure(Figure.THREADS_CONNECTED_MAX)).isPositive();
    assertThat(samples.newest().observations().facts().keys())
        .as("settings are still seen")
        .anyMatch(
            key -> key.name().equals(ServerFact.MAX_CONNECTIONS.key()) && key.value().equals("77"));
  }

  private long figure(Figure figure) {
    var minutes = samples.newest().observations().minutes();
    long most = 0;
    for (int row = 0; row < minutes.size(); row++) {
      most = Math.max(most, minutes.value(row, figure));
    }
    return most;
  }
}
