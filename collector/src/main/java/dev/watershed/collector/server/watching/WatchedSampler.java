package dev.watershed.collector.server.watching;

import dev.watershed.collector.follow.FollowReport;
import dev.watershed.collector.follow.Follower;
import dev.watershed.collector.follow.WindowSink;
import dev.watershed.collector.server.Domain;
import dev.watershed.collector.server.QuerySessions;
import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.rounds.RoundLoop;
import dev.watershed.collector.server.rounds.RoundTiming;
import dev.watershed.collector.server.running.SessionResolver;
import dev.watershed.collector.server.sampling.Domains;
import dev.watershed.collector.server.sampling.ServerSampler;
import dev.watershed.collector.server.sampling.Turns;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/** Samples one server again and again, and watches it between samples. Not thread-safe. */
public final class WatchedSampler implements Follower {

  private static final Duration FOREVER = Duration.ofDays(100 * 365);

  private final ServerAddress address;
  private final SessionResolver resolver;
  private final RoundTiming timing;
  private final Clock clock;
  private final ServerSampler sampler;
  private Optional<WatchedServer> watched = Optional.empty();

  private WatchedSampler(
      ServerAddress address,
      List<Domain<?, ?>> domains,
      SessionResolver resolver,
      RoundTiming timing,
      UnaryOperator<QuerySessions> claimed,
      Turns turns,
      WindowSink sink,
      Clock clock)
      throws IOException {
    this.address = address;
    this.resolver = resolver;
    this.timing = timing;
    this.clock = clock;
    QuerySessions sessions =
        claimed.apply(new ServerPool(address, ServerLimits.standard(), Domains.tables(domains)));
    this.sampler =
        ServerSampler.open(address.name(), sessions, domains, this::taken, turns, sink, clock);
  }

  /**
   * A sampler that goes on behind the last window in the sink. Nothing is asked of the server
   * before the first look.
   *
   * @param claimed makes of sessions such that make sure that the server is the one of its name
   * @param turns of all servers that are sampled at the same time
   */
  public static WatchedSampler open(
      ServerAddress address,
      List<Domain<?, ?>> domains,
      SessionResolver resolver,
      RoundTiming timing,
      UnaryOperator<QuerySessions> claimed,
      Turns turns,
      WindowSink sink,
      Clock clock)
      throws IOException {
    return new WatchedSampler(address, domains, resolver, timing, claimed, turns, sink, clock);
  }

  @Override
  public FollowReport look(boolean ended, BooleanSupplier stopped) throws IOException {
    if (watched.isEmpty()) {
      watched = Optional.of(start());
    }
    return sampler.look(ended, stopped);
  }

  private RoundLoop.Taken taken() {
    return watched.map(WatchedServer::take).orElseGet(RoundLoop.Taken::new);
  }

  private WatchedServer start() {
    return WatchedServer.start(
        address,
        ServerLimits.standard(),
        Watches.of(resolver),
        timing,
        new Random(),
        clock.instant(),
        FOREVER);
  }

  @Override
  public FollowReport sealIfOver(Instant now) throws IOException {
    return sampler.sealIfOver(now);
  }

  @Override
  public FollowReport seal() throws IOException {
    return sampler.seal();
  }

  @Override
  public void close() {
    watched.ifPresent(WatchedServer::close);
    watched = Optional.empty();
    sampler.close();
  }
}
