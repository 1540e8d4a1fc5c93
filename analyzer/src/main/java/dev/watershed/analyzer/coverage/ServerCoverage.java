package dev.watershed.analyzer.coverage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a source of a server showed.
 *
 * @param server its name in the configuration
 * @param source what was read, such as {@code slowlog}
 * @param calls executions logged, weighted where the log was sampled
 * @param eventsRead events, unweighted
 * @param timeMicros sum of the execution times
 * @param firstSeen the end of the first execution; empty if none has a time
 * @param lastSeen the end of the last one
 * @param silent the hours between these without any execution, in order
 * @param longQueryTimeSeconds the highest threshold that its log had; empty if it is unknown
 * @param sampled whether events stand for several executions
 * @param possibleGaps how often a log was emptied or lost before it was read to its end
 * @param placement where it stands in the fleet
 */
public record ServerCoverage(
    String server,
    String source,
    long calls,
    long eventsRead,
    long timeMicros,
    Optional<Instant> firstSeen,
    Optional<Instant> lastSeen,
    List<SilentSpan> silent,
    OptionalDouble longQueryTimeSeconds,
    boolean sampled,
    long possibleGaps,
    ServerPlacement placement) {

  private static final double MILLIS_PER_SECOND = 1e3;

  public ServerCoverage {
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(firstSeen, "firstSeen");
    Objects.requireNonNull(lastSeen, "lastSeen");
    silent = List.copyOf(silent);
    Objects.requireNonNull(longQueryTimeSeconds, "longQueryTimeSeconds");
    Objects.requireNonNull(placement, "placement");
  }

  /** A server of which the configuration says nothing. */
  public ServerCoverage(
      String server,
      String source,
      long calls,
      long eventsRead,
      long timeMicros,
      Optional<Instant> firstSeen,
      Optional<Instant> lastSeen,
      List<SilentSpan> silent,
      OptionalDouble longQueryTimeSeconds,
      boolean sampled,
      long possibleGaps) {
    this(
        server,
        source,
        calls,
        eventsRead,
        timeMicros,
        firstSeen,
        lastSeen,
        silent,
        longQueryTimeSeconds,
        sampled,
        possibleGaps,
        ServerPlacement.UNKNOWN);
  }

  /** The same at its place. */
  public ServerCoverage at(ServerPlacement place) {
    return new ServerCoverage(
        server,
        source,
        calls,
        eventsRead,
        timeMicros,
        firstSeen,
        lastSeen,
        silent,
        longQueryTimeSeconds,
        sampled,
        possibleGaps,
        place);
  }

  /** From the end of the first execution to that of the last one, in seconds; 0 without any. */
  public double seconds() {
    return firstSeen.isEmpty() || lastSeen.isEmpty()
        ? 0
        : Duration.between(firstSeen.get(), lastSeen.get()).toMillis() / MILLIS_PER_SECOND;
  }

  /** Whole hours without an execution. */
  public long silentHours() {
    return silent.stream()
        .mapToLong(span -> Duration.between(span.from(), span.until()).toHours())
        .sum();
  }
}
