package dev.watershed.benchmarks.fleet.effect;

import java.time.Duration;
import java.time.Instant;

/**
 * When an event of a log came: in a whole second, since a log does not say it closer. What may have
 * come on either side of a moment is on neither.
 *
 * @param first the beginning of the second, as a share of the run
 * @param last its end, as a share of the run
 */
record EventTime(double first, double last) {

  /**
   * Of an event.
   *
   * @param second that the log says
   * @param start of the run
   * @param length of the run
   */
  static EventTime of(Instant second, Instant start, Duration length) {
    return new EventTime(share(second, start, length), share(second.plusSeconds(1), start, length));
  }

  private static double share(Instant time, Instant start, Duration length) {
    return (double) Duration.between(start, time).toMillis() / length.toMillis();
  }

  /** Whether it came before a moment for sure. */
  boolean before(double moment) {
    return last <= moment;
  }

  /** Whether it came at a moment or later for sure. */
  boolean from(double moment) {
    return first >= moment;
  }
}
