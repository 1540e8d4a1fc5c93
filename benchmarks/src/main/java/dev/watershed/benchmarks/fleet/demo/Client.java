package dev.watershed.benchmarks.fleet.demo;

import java.sql.SQLException;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/** One client of a service: acts at random times until the capture ends. */
final class Client implements Callable<Long> {

  private static final int DEADLOCK = 1213;
  private static final double LONGEST_PAUSE_SECONDS = 5;

  private final MarketplaceServer server;
  private final ServiceTraffic traffic;
  private final Duration duration;
  private final double scale;
  private final SplittableRandom random;

  Client(
      MarketplaceServer server,
      ServiceTraffic traffic,
      Duration duration,
      double scale,
      SplittableRandom random) {
    this.server = server;
    this.traffic = traffic;
    this.duration = duration;
    this.scale = scale;
    this.random = random;
  }

  /** Runs the client; the number of its actions. */
  @Override
  public Long call() throws SQLException, InterruptedException {
    long actions = 0;
    long start = System.nanoTime();
    long end = start + duration.toNanos();
    try (Session session =
        new Session(
            server.connect(traffic.user(), traffic.schema(), traffic.serverPrepared()),
            random.split())) {
      pause(0);
      while (System.nanoTime() < end) {
        act(session);
        actions++;
        pause((System.nanoTime() - start) / (double) duration.toNanos());
      }
    }
    return actions;
  }

  /** A deadlock ends an action, as it would in a service that does not repeat it. */
  private void act(Session session) throws SQLException {
    int action = random.nextInt(traffic.actions().size());
    try {
      traffic.actions().get(action).run(session);
    } catch (SQLException e) {
      if (e.getErrorCode() != DEADLOCK) {
        throw e;
      }
    }
  }

  /** Requests come independently of each other: exponential pauses. */
  private void pause(double elapsed) throws InterruptedException {
    double perSecond =
        scale
            * traffic.actionsPerSecond()
            * Sale.factor(elapsed, traffic.saleFactor())
            / traffic.connections();
    double seconds = -Math.log(1 - random.nextDouble()) / perSecond;
    Thread.sleep((long) (1_000 * Math.min(seconds, LONGEST_PAUSE_SECONDS)));
  }
}
