package dev.watershed.workload;

/**
 * The figures kept for executions: whole numbers that merge exactly, in any order. Times are
 * microseconds; instants are microseconds since 1970-01-01T00:00:00Z.
 */
public enum Measure {
  /** Executions; an event of a sampled log counts as many times as it stands for. */
  CALLS(Merge.SUM),
  /** Events as they were read, unweighted. */
  EVENTS_READ(Merge.SUM),
  /** Executions that ended with an error. */
  ERRORS(Merge.SUM),
  /** Sum of execution times. */
  TIME_MICROS(Merge.SUM),
  /** Sum of lock times. */
  LOCK_TIME_MICROS(Merge.SUM),
  /** Rows sent to clients. */
  ROWS_SENT(Merge.SUM),
  /** Rows that the storage engine read. */
  ROWS_EXAMINED(Merge.SUM),
  /** Rows changed. */
  ROWS_AFFECTED(Merge.SUM),
  /** Bytes sent to clients. */
  BYTES_SENT(Merge.SUM),
  /** Internal temporary tables. */
  TEMPORARY_TABLES(Merge.SUM),
  /** Internal temporary tables on disk. */
  TEMPORARY_DISK_TABLES(Merge.SUM),
  /** Executions with a full table scan. */
  FULL_SCANS(Merge.SUM),
  /** Executions with a join without index. */
  FULL_JOINS(Merge.SUM),
  /** Rows sorted. */
  SORT_ROWS(Merge.SUM),
  /** Merge passes of sorts. */
  SORT_MERGE_PASSES(Merge.SUM),
  /** Executions whose schema was carried over from an earlier event of the file. */
  INHERITED_SCHEMA(Merge.SUM),
  /** Sum of processor times; zero where the server does not measure them. */
  CPU_TIME_MICROS(Merge.SUM),
  /** The lower 32 bits of the squared execution times, summed. */
  TIME_SQUARE_LOW(Merge.SUM),
  /** The squared execution times without their lower 32 bits, summed. */
  TIME_SQUARE_HIGH(Merge.SUM),
  /** Shortest execution time. */
  TIME_MICROS_MIN(Merge.MIN),
  /** End of the first execution. */
  FIRST_SEEN_MICROS(Merge.MIN),
  /** Longest execution time. */
  TIME_MICROS_MAX(Merge.MAX),
  /** End of the last execution. */
  LAST_SEEN_MICROS(Merge.MAX);

  /** How two figures become one. */
  public enum Merge {
    SUM,
    MIN,
    MAX
  }

  /** The number of measures that are also kept per minute: the first ones, up to ROWS_EXAMINED. */
  static final int PER_MINUTE = 7;

  /** The number of measures that sum: they stand first. */
  static final int SUMS = 19;

  /** The number of measures whose minimum is kept: they stand after the sums. */
  static final int MINIMA = 2;

  private final Merge merge;

  Measure(Merge merge) {
    this.merge = merge;
  }

  /** How this measure merges. */
  public Merge merge() {
    return merge;
  }

  /** Whether the measure is kept per minute as well. */
  public boolean perMinute() {
    return ordinal() < PER_MINUTE;
  }

  /** The value that changes nothing when it is merged: "unknown" for minima and maxima. */
  public long neutral() {
    return switch (merge) {
      case SUM -> 0;
      case MIN -> Long.MAX_VALUE;
      case MAX -> Long.MIN_VALUE;
    };
  }
}
