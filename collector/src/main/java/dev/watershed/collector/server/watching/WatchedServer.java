package dev.watershed.collector.server.watching;

import dev.watershed.collector.server.connection.ServerAddress;
import dev.watershed.collector.server.connection.ServerLimits;
import dev.watershed.collector.server.connection.ServerPool;
import dev.watershed.collector.server.rounds.RoundClock;
import dev.watershed.collector.server.rounds.RoundLoop;
import dev.watershed.collector.server.rounds.RoundTiming;
import dev.watershed.collector.server.rounds.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A server that is watched on a thread of its own, with one connection of its own, until it is
 * closed.
 */
public final class WatchedServer implements AutoCloseable {

  private final ServerPool pool;
  private final RoundLoop loop;
  private final Thread thread;

  private WatchedServer(ServerPool pool, RoundLoop loop, String name, Instant until) {
    this.pool = pool;
    this.loop = loop;
    this.thread = new Thread(() -> run(until), "watch " + name);
    thread.setDaemon(true);
  }

  /**
   * Begins to watch.
   *
   * @param longest when to end by itself; looks stop at once when it is closed
   */
  public static WatchedServer start(
      ServerAddress address,
      ServerLimits limits,
      List<Watch> watches,
      RoundTiming timing,
      RandomGenerator random,
      Instant now,
      Duration longest) {
    ServerPool pool = new ServerPool(address, limits, Watches.tables(watches));
    RoundClock clock = RoundClock.ofMachine(now);
    RoundLoop loop = new RoundLoop(pool, watches, timing, clock, random);
    WatchedServer server = new WatchedServer(pool, loop, address.name(), now.plus(longest));
    server.thread.start();
    return server;
  }

  /** What was seen since the last time. */
  public RoundLoop.Taken take() {
    return loop.take();
  }

  /** Waits until it has ended by itself. */
  public void join() throws InterruptedException {
    thread.join();
  }

  private void run(Instant until) {
    try {
      loop.run(until);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends it: at once where it waits, else with the answer at hand, within the limits. */
  @Override
  public void close() {
    loop.stop();
    try {
      thread.join();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    pool.close();
  }
}
