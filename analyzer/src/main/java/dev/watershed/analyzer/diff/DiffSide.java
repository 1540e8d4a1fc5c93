package dev.watershed.analyzer.diff;

import dev.watershed.analyzer.ranking.Figures;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a digest cost in one span.
 *
 * @param calls executions logged in the span
 * @param timeMicros sum of their times
 * @param callsPerDay executions per day of the span
 * @param microsPerDay time per day of the span
 * @param microsPerCall mean time; empty without calls
 * @param p95Micros the 95th percentile; empty where it is unknown
 */
public record DiffSide(
    long calls,
    long timeMicros,
    double callsPerDay,
    double microsPerDay,
    OptionalDouble microsPerCall,
    OptionalDouble p95Micros) {

  private static final double SECONDS_PER_DAY = 86_400;

  /** It did not run. */
  static final DiffSide NOTHING =
      new DiffSide(0, 0, 0, 0, OptionalDouble.empty(), OptionalDouble.empty());

  static DiffSide of(Figures figures, Duration span) {
    double days = span.toSeconds() / SECONDS_PER_DAY;
    long calls = figures.loggedCalls();
    return new DiffSide(
        calls,
        figures.timeMicros(),
        calls / days,
        figures.timeMicros() / days,
        calls > 0
            ? OptionalDouble.of((double) figures.timeMicros() / calls)
            : OptionalDouble.empty(),
        figures.percentiles().isPresent()
            ? OptionalDouble.of(figures.percentiles().get().p95Micros())
            : OptionalDouble.empty());
  }
}
