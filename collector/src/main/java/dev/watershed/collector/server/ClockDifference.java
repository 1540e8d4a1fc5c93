package dev.watershed.collector.server;

import java.time.Duration;
import java.time.Instant;

/**
 * What a server's clock shows, beside that of this machine.
 *
 * @param ahead how much later it shows; negative if it is behind
 */
public record ClockDifference(Duration ahead) {

  /** More than it takes to read both. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  /** Two times that were read at one moment. */
  public static ClockDifference of(Instant here, Instant server) {
    return new ClockDifference(Duration.between(here, server));
  }

  /** Whether one of the clocks is wrong. */
  public boolean matters() {
    return ahead.abs().compareTo(TOLERANCE) > 0;
  }

  /** In words. */
  @Override
  public String toString() {
    return ahead.abs().toSeconds()
        + " seconds "
        + (ahead.isNegative() ? "behind" : "ahead of")
        + " this machine's";
  }
}
