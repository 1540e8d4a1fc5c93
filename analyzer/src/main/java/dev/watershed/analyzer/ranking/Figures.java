package dev.watershed.analyzer.ranking;

import dev.watershed.workload.LatencyHistogram;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What a group of executions cost. Empty is unknown.
 *
 * @param loggedCalls executions that the log shows, weighted where it was sampled
 * @param eventsRead events read, unweighted
 * @param calls all executions; unknown where a threshold hides the fast ones
 * @param timeMicros sum of the execution times logged
 * @param minMicros shortest time; unknown where a threshold hides it, and per minute
 * @param maxMicros longest time; unknown per minute
 * @param percentiles unknown where a threshold hides the fast executions
 * @param varianceMicrosSquared population variance; unknown likewise, and per minute
 * @param lockTimeMicros sum of lock times
 * @param rowsSent rows sent to clients
 * @param rowsExamined rows that the storage engine read
 * @param effort what only some servers log; empty per minute
 * @param firstSeen end of the first execution; empty without a time, and per minute
 * @param lastSeen end of the last execution; likewise
 * @param histogram the times logged, not to be changed
 */
public record Figures(
    long loggedCalls,
    long eventsRead,
    OptionalLong calls,
    long timeMicros,
    OptionalLong minMicros,
    OptionalLong maxMicros,
    Optional<Percentiles> percentiles,
    OptionalDouble varianceMicrosSquared,
    long lockTimeMicros,
    long rowsSent,
    long rowsExamined,
    Optional<Effort> effort,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    LatencyHistogram histogram) {

  public Figures {
    Objects.requireNonNull(calls, "calls");
    Objects.requireNonNull(minMicros, "minMicros");
    Objects.requireNonNull(maxMicros, "maxMicros");
    Objects.requireNonNull(percentiles, "percentiles");
    Objects.requireNonNull(varianceMicrosSquared, "varianceMicrosSquared");
    Objects.requireNonNull(effort, "effort");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
    Objects.requireNonNull(histogram, "histogram");
  }

  /**
   * Rows examined per row sent; where no row was sent (writes, empty results), per execution. Empty
   * without executions.
   */
  public OptionalDouble examinedPerSent() {
    long divisor = rowsSent > 0 ? rowsSent : loggedCalls;
    return divisor > 0
        ? OptionalDouble.of((double) rowsExamined / divisor)
        : OptionalDouble.empty();
  }

  /** The population standard deviation of the execution times in microseconds. */
  public OptionalDouble standardDeviationMicros() {
    return varianceMicrosSquared.isPresent()
        ? OptionalDouble.of(Math.sqrt(varianceMicrosSquared.getAsDouble()))
        : OptionalDouble.empty();
  }
}
