package dev.watershed.analyzer.index.input;

import dev.watershed.workload.observation.Observations;
import dev.watershed.workload.observation.ServerMinutes;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** When the counters of a server were watched. */
public final class WatchedMinutes {

  private static final double MICROS_PER_SECOND = 1e6;
  private static final double NEARLY_ALL = 0.9;

  private final Observations observed;

  public WatchedMinutes(Observations observed) {
    this.observed = observed;
  }

  /** For how long. */
  public double seconds() {
    return seconds(key -> true);
  }

  /**
   * For how long since some time. What ends in the minute of that time began before; minutes
   * without a time do not count. Nearly all of the time is all of it: the first catalog may be some
   * hours younger than the first counters.
   */
  public double seconds(Instant since) {
    double after = seconds(key -> timed(key) && !start(key).isBefore(since));
    double all = seconds();
    return after >= NEARLY_ALL * all ? all : after;
  }

  /** When the first minute began; empty without any that has a time. */
  public Optional<Instant> begin() {
    return IntStream.range(0, observed.minutes().size())
        .filter(row -> micros(row) > 0 && timed(observed.minutes().key(row)))
        .mapToObj(row -> start(observed.minutes().key(row)))
        .min(Instant::compareTo);
  }

  private double seconds(Predicate<ServerMinutes.Key> counts) {
    return IntStream.range(0, observed.minutes().size())
            .filter(row -> counts.test(observed.minutes().key(row)))
            .mapToDouble(this::micros)
            .sum()
        / MICROS_PER_SECOND;
  }

  private double micros(int row) {
    return Math.max(0, observed.minutes().value(row, ServerMinutes.Figure.SPAN_MICROS));
  }

  private static boolean timed(ServerMinutes.Key key) {
    return !key.equals(ServerMinutes.KIND.lumped());
  }

  private static Instant start(ServerMinutes.Key key) {
    return Instant.EPOCH.plus(Duration.ofMinutes(key.minute()));
  }
}
