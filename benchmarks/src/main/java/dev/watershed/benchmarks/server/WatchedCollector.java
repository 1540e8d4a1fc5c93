package dev.watershed.benchmarks.server;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.server.rounds.RoundTiming;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.Turns;
import dev.watershed.collector.server.watching.WatchedSampler;
import dev.watershed.sql.SqlMode;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;

/** What {@code collect --every} does to one server, sample by sample, with the watching between. */
final class WatchedCollector implements AutoCloseable {

  private static final int NETWORK_BITS = 24;

  private final WatchedSampler sampler;

  /**
   * @param sink where it goes on
   */
  WatchedCollector(MeasuredServer server, String user, LastWindow sink) throws IOException {
    this.sampler =
        WatchedSampler.open(
            server.address(user),
            Domains.all(),
            new SessionResolver(List.of(), NETWORK_BITS, SqlMode.standard()),
            RoundTiming.standard(),
            UnaryOperator.identity(),
            Turns.standard(),
            sink,
            Clock.systemUTC());
  }

  /** Takes a sample; the first one begins the watching as well. */
  void sample() throws IOException {
    FollowReport report = sampler.look(false, () -> false);
    if (!report.failures().isEmpty()) {
      throw new IOException(String.join("; ", report.failures()));
    }
  }

  @Override
  public void close() throws IOException {
    sampler.seal();
    sampler.close();
  }
}
