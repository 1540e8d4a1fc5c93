package dev.watershed.collector.server.rounds;

import java.time.Duration;

/**
 * When looks are taken.
 *
 * @param interval in each one look is taken
 * @param session how long a session lasts, before its server is asked again who it is
 * @param afterFailure how long a server that does not answer is left alone; one that refuses the
 *     account, for as long as a session lasts
 * @param mostShare the most of the time that looks may take, 0 to 1: after a look that took longer,
 *     intervals are left out
 */
public record RoundTiming(
    Duration interval, Duration session, Duration afterFailure, double mostShare) {

  public RoundTiming {
    if (interval.compareTo(Duration.ofMillis(10)) < 0) {
      throw new IllegalArgumentException("looks more often than every 10 ms: " + interval);
    }
    if (!(mostShare > 0 && mostShare <= 1)) {
      throw new IllegalArgumentException("a share of " + mostShare);
    }
  }

  /** Every second, at most a twentieth of the time. */
  public static RoundTiming standard() {
    return every(Duration.ofSeconds(1));
  }

  /** The same at another pace. */
  public static RoundTiming every(Duration interval) {
    return new RoundTiming(interval, Duration.ofMinutes(1), Duration.ofSeconds(10), 0.05);
  }
}
