package dev.watershed.collector.server;

import java.time.Duration;
import java.time.Instant;

/**
 * The time between two samples, by the collector's clock.
 *
 * @param from when the earlier one was taken
 * @param until when the later one was taken; not before {@code from}
 */
public record SampleSpan(Instant from, Instant until) {

  public SampleSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + until);
    }
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, until);
  }
}
