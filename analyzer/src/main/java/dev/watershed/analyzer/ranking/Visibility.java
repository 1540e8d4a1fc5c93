package dev.watershed.analyzer.ranking;

import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Which executions the source shows.
 *
 * @param longQueryTimeSeconds the threshold below which nothing was logged; empty if unknown
 * @param smallestMicros the shortest execution time seen, a hint at an unknown threshold; empty if
 *     nothing was seen, or if counters do not tell it
 * @param sampled whether an event may stand for several executions
 */
public record Visibility(
    OptionalDouble longQueryTimeSeconds, OptionalLong smallestMicros, boolean sampled) {

  /** A log whose shortest time is below this cannot have a threshold worth speaking of. */
  private static final long SHORT_MICROS = 1_000;

  public Visibility {
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
    Objects.requireNonNull(smallestMicros, "smallestMicros");
  }

  /** Whether it is known that fast executions are missing: no calls, percentiles or shares then. */
  public boolean hidesFastExecutions() {
    return longQueryTimeSeconds.orElse(0) > 0;
  }

  /** Whether the threshold is unknown and the times seen suggest that there was one. */
  public boolean suggestsThreshold() {
    return longQueryTimeSeconds.isEmpty() && smallestMicros.orElse(0) >= SHORT_MICROS;
  }
}
