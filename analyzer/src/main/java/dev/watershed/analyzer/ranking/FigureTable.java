package dev.watershed.analyzer.ranking;

import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.StatementTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Figures under dense group indexes while they are summed; grows as groups appear. */
final class FigureTable {

  private static final Measure[] MEASURES = Measure.values();
  private static final int WIDTH = MEASURES.length;

  private long[] values = new long[0];
  private LatencyHistogram[] histograms = new LatencyHistogram[0];
  private boolean perMinute;

  /** The number of groups up to the highest one added to. */
  int size() {
    return histograms.length;
  }

  /** Whether anything was added to a group. */
  boolean isEmpty(int group) {
    return histograms[group] == null;
  }

  /** Adds a row of a statement table. */
  void add(int group, StatementTable table, int row) {
    int start = open(group);
    table.mergeInto(row, values, start);
    histograms[group].merge(table.histogram(row));
  }

  /** Adds a row of a minute table, which has some of the measures only. */
  void add(int group, MinuteTable table, int row) {
    perMinute = true;
    int start = open(group);
    table.mergeInto(row, values, start);
    histograms[group].merge(table.histogram(row));
  }

  /** The figures of a group that is not empty. */
  Figures figures(int group, Visibility visibility) {
    return figures(group, visibility, !visibility.hidesFastExecutions());
  }

  /** The same without percentiles and variance, for comparisons that do not need them. */
  Figures sums(int group, Visibility visibility) {
    return figures(group, visibility, false);
  }

  private Figures figures(int group, Visibility visibility, boolean distribution) {
    boolean every = !visibility.hidesFastExecutions();
    long calls = value(group, Measure.CALLS);
    long min = value(group, Measure.TIME_MICROS_MIN);
    long max = value(group, Measure.TIME_MICROS_MAX);
    LatencyHistogram histogram = histograms[group];
    return new Figures(
        calls,
        value(group, Measure.EVENTS_READ),
        every ? OptionalLong.of(calls) : OptionalLong.empty(),
        value(group, Measure.TIME_MICROS),
        every ? known(Measure.TIME_MICROS_MIN, min) : OptionalLong.empty(),
        known(Measure.TIME_MICROS_MAX, max),
        distribution ? Percentiles.of(histogram, min, max) : Optional.empty(),
        distribution && !perMinute ? variance(group) : OptionalDouble.empty(),
        value(group, Measure.LOCK_TIME_MICROS),
        value(group, Measure.ROWS_SENT),
        value(group, Measure.ROWS_EXAMINED),
        perMinute ? Optional.empty() : Optional.of(effort(group)),
        instant(group, Measure.FIRST_SEEN_MICROS),
        instant(group, Measure.LAST_SEEN_MICROS),
        histogram);
  }

  long value(int group, Measure measure) {
    return values[group * WIDTH + measure.ordinal()];
  }

  private Effort effort(int group) {
    return new Effort(
        value(group, Measure.ERRORS),
        value(group, Measure.ROWS_AFFECTED),
        value(group, Measure.BYTES_SENT),
        value(group, Measure.TEMPORARY_TABLES),
        value(group, Measure.TEMPORARY_DISK_TABLES),
        value(group, Measure.FULL_SCANS),
        value(group, Measure.FULL_JOINS),
        value(group, Measure.SORT_ROWS),
        value(group, Measure.SORT_MERGE_PASSES),
        value(group, Measure.INHERITED_SCHEMA));
  }

  private OptionalDouble variance(int group) {
    return Variance.of(
        value(group, Measure.CALLS),
        value(group, Measure.TIME_MICROS),
        value(group, Measure.TIME_SQUARE_LOW),
        value(group, Measure.TIME_SQUARE_HIGH));
  }

  private Optional<Instant> instant(int group, Measure measure) {
    long micros = value(group, measure);
    return micros == measure.neutral()
        ? Optional.empty()
        : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  private static OptionalLong known(Measure measure, long value) {
    return value == measure.neutral() ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private int open(int group) {
    if (group >= histograms.length) {
      int capacity = Math.max(group + 1, histograms.length + (histograms.length >> 1));
      histograms = Arrays.copyOf(histograms, capacity);
      values = Arrays.copyOf(values, capacity * WIDTH);
    }
    int start = group * WIDTH;
    if (histograms[group] == null) {
      histograms[group] = new LatencyHistogram();
      for (int i = 0; i < WIDTH; i++) {
        values[start + i] = MEASURES[i].neutral();
      }
    }
    return start;
  }
}
