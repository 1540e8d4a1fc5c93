package dev.watershed.analyzer.coverage;

import java.time.Instant;

/**
 * Whole hours in which a server logged nothing: it had nothing to do, or was not watched. A store
 * cannot tell.
 *
 * @param from the start of the first hour
 * @param until the end of the last one, exclusive
 */
public record SilentSpan(Instant from, Instant until) {

  public SilentSpan {
    if (!from.isBefore(until)) {
      throw new IllegalArgumentException("silent from " + from + " until " + until);
    }
  }
}
