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

  private static final long SECONDS_PER_MINUTE = 60;

  public SampleSpan {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException(from + " to " + until);
    }
  }

  /** The minute since 1970 that holds its end. */
  public long minute() {
    return minuteOf(until);
  }

  /**
   * The minute since 1970 that holds the end of a span. The first instant of a minute is the end of
   * the minute before.
   */
  public static long minuteOf(Instant end) {
    return Math.floorDiv(end.minusNanos(1).getEpochSecond(), SECONDS_PER_MINUTE);
  }

  /** How long it is. */
  public Duration length() {
    return Duration.between(from, until);
  }
}
