package dev.watershed.analyzer.ranking;

import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** The one definition of each figure: from merged measures and latencies. */
public final class FigureMaker {

  /** Squares come with latencies: of fewer of the executions than this they tell too little. */
  private static final double FEWEST_TIMED = 0.9;

  private FigureMaker() {}

  /**
   * Makes figures.
   *
   * @param values the merged measures
   * @param distribution whether to find percentiles and the variance
   * @param perMinute whether only the measures kept per minute are known
   */
  public static Figures make(
      ToLongFunction<Measure> values,
      LatencyHistogram histogram,
      Visibility visibility,
      boolean distribution,
      boolean perMinute) {
    boolean every = !visibility.hidesFastExecutions();
    long calls = values.applyAsLong(Measure.CALLS);
    long min = values.applyAsLong(Measure.TIME_MICROS_MIN);
    long max = values.applyAsLong(Measure.TIME_MICROS_MAX);
    return new Figures(
        calls,
        values.applyAsLong(Measure.EVENTS_READ),
        every ? OptionalLong.of(calls) : OptionalLong.empty(),
        values.applyAsLong(Measure.TIME_MICROS),
        every ? known(Measure.TIME_MICROS_MIN, min) : OptionalLong.empty(),
        known(Measure.TIME_MICROS_MAX, max),
        distribution ? Percentiles.of(histogram, min, max) : Optional.empty(),
        distribution && !perMinute ? variance(values, histogram) : OptionalDouble.empty(),
        values.applyAsLong(Measure.LOCK_TIME_MICROS),
        values.applyAsLong(Measure.ROWS_SENT),
        values.applyAsLong(Measure.ROWS_EXAMINED),
        perMinute ? Optional.empty() : Optional.of(effort(values)),
        instant(Measure.FIRST_SEEN_MICROS, values),
        instant(Measure.LAST_SEEN_MICROS, values),
        histogram);
  }

  private static Effort effort(ToLongFunction<Measure> values) {
    return new Effort(
        values.applyAsLong(Measure.ERRORS),
        values.applyAsLong(Measure.ROWS_AFFECTED),
        values.applyAsLong(Measure.BYTES_SENT),
        values.applyAsLong(Measure.TEMPORARY_TABLES),
        values.applyAsLong(Measure.TEMPORARY_DISK_TABLES),
        values.applyAsLong(Measure.FULL_SCANS),
        values.applyAsLong(Measure.FULL_JOINS),
        values.applyAsLong(Measure.SORT_ROWS),
        values.applyAsLong(Measure.SORT_MERGE_PASSES),
        values.applyAsLong(Measure.INHERITED_SCHEMA),
        values.applyAsLong(Measure.CPU_TIME_MICROS));
  }

  private static OptionalDouble variance(
      ToLongFunction<Measure> values, LatencyHistogram histogram) {
    if (histogram.count() < FEWEST_TIMED * values.applyAsLong(Measure.CALLS)) {
      return OptionalDouble.empty();
    }
    return Variance.of(
        values.applyAsLong(Measure.CALLS),
        values.applyAsLong(Measure.TIME_MICROS),
        values.applyAsLong(Measure.TIME_SQUARE_LOW),
        values.applyAsLong(Measure.TIME_SQUARE_HIGH));
  }

  private static Optional<Instant> instant(Measure measure, ToLongFunction<Measure> values) {
    long micros = values.applyAsLong(measure);
    return micros == measure.neutral()
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  private static OptionalLong known(Measure measure, long value) {
    return value == measure.neutral() ? OptionalLong.empty() : OptionalLong.of(value);
  }
}
