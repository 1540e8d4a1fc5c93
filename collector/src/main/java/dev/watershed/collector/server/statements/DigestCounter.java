package dev.watershed.collector.server.statements;

import dev.watershed.workload.Measure;
import java.util.Arrays;
import java.util.List;

/** The columns of the digest table that only grow, and what they measure. */
enum DigestCounter {
  CALLS("COUNT_STAR", Measure.CALLS),
  TIME("SUM_TIMER_WAIT", Measure.TIME_MICROS),
  LOCK_TIME("SUM_LOCK_TIME", Measure.LOCK_TIME_MICROS),
  ERRORS("SUM_ERRORS", Measure.ERRORS),
  ROWS_AFFECTED("SUM_ROWS_AFFECTED", Measure.ROWS_AFFECTED),
  ROWS_SENT("SUM_ROWS_SENT", Measure.ROWS_SENT),
  ROWS_EXAMINED("SUM_ROWS_EXAMINED", Measure.ROWS_EXAMINED),
  TEMPORARY_TABLES("SUM_CREATED_TMP_TABLES", Measure.TEMPORARY_TABLES),
  TEMPORARY_DISK_TABLES("SUM_CREATED_TMP_DISK_TABLES", Measure.TEMPORARY_DISK_TABLES),
  FULL_SCANS("SUM_SELECT_SCAN", Measure.FULL_SCANS),
  FULL_JOINS("SUM_SELECT_FULL_JOIN", Measure.FULL_JOINS),
  SORT_ROWS("SUM_SORT_ROWS", Measure.SORT_ROWS),
  SORT_MERGE_PASSES("SUM_SORT_MERGE_PASSES", Measure.SORT_MERGE_PASSES),
  /** The consumer {@code events_statements_cpu} counts it; it is off unless somebody wants it. */
  CPU_TIME("SUM_CPU_TIME", Measure.CPU_TIME_MICROS);

  private static final long PICOS_PER_MICRO = 1_000_000L;

  private final String column;
  private final Measure measure;

  DigestCounter(String column, Measure measure) {
    this.column = column;
    this.measure = measure;
  }

  String column() {
    return column;
  }

  /** The columns of all, in order. */
  static List<String> columns() {
    return Arrays.stream(values()).map(DigestCounter::column).toList();
  }

  Measure measure() {
    return measure;
  }

  /** Whether the column is a time in picoseconds, which wraps around after 213 days. */
  boolean time() {
    return this == TIME || this == LOCK_TIME || this == CPU_TIME;
  }

  /**
   * What was added from one value to a later one of the same row, in the unit of the measure. Times
   * are rounded down before the difference, so that the sum of many differences is as exact as one.
   */
  long added(long before, long now) {
    if (!time()) {
      return now - before;
    }
    return Long.compareUnsigned(now, before) >= 0
        ? Long.divideUnsigned(now, PICOS_PER_MICRO) - Long.divideUnsigned(before, PICOS_PER_MICRO)
        : Long.divideUnsigned(now - before, PICOS_PER_MICRO);
  }
}
