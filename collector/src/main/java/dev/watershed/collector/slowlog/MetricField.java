package dev.watershed.collector.slowlog;

import dev.watershed.workload.Measure;
import java.util.Optional;

/**
 * The fields of header lines, of MySQL ({@code log_slow_extra}), Percona Server and MariaDB, and
 * what becomes of each.
 */
enum MetricField {
  QUERY_TIME("Query_time", Value.SECONDS),
  LOCK_TIME("Lock_time", Value.SECONDS, Measure.LOCK_TIME_MICROS),
  ROWS_SENT("Rows_sent", Value.NUMBER, Measure.ROWS_SENT),
  ROWS_EXAMINED("Rows_examined", Value.NUMBER, Measure.ROWS_EXAMINED),
  ROWS_AFFECTED("Rows_affected", Value.NUMBER, Measure.ROWS_AFFECTED),
  BYTES_SENT("Bytes_sent", Value.NUMBER, Measure.BYTES_SENT),
  TMP_TABLES("Tmp_tables", Value.NUMBER, Measure.TEMPORARY_TABLES),
  CREATED_TMP_TABLES("Created_tmp_tables", Value.NUMBER, Measure.TEMPORARY_TABLES),
  TMP_DISK_TABLES("Tmp_disk_tables", Value.NUMBER, Measure.TEMPORARY_DISK_TABLES),
  CREATED_TMP_DISK_TABLES("Created_tmp_disk_tables", Value.NUMBER, Measure.TEMPORARY_DISK_TABLES),
  FULL_SCAN("Full_scan", Value.YES_OR_NO, Measure.FULL_SCANS),
  FULL_JOIN("Full_join", Value.YES_OR_NO, Measure.FULL_JOINS),
  MERGE_PASSES("Merge_passes", Value.NUMBER, Measure.SORT_MERGE_PASSES),
  SORT_MERGE_PASSES("Sort_merge_passes", Value.NUMBER, Measure.SORT_MERGE_PASSES),
  SORT_ROWS("Sort_rows", Value.NUMBER, Measure.SORT_ROWS),
  ERRNO("Errno", Value.FLAG, Measure.ERRORS),
  LAST_ERRNO("Last_errno", Value.FLAG, Measure.ERRORS),
  RATE_LIMIT("Log_slow_rate_limit", Value.NUMBER),
  SCHEMA("Schema", Value.TEXT),
  END("End", Value.TEXT),
  /** Only MariaDB writes it on the line of the thread. */
  QC_HIT("QC_hit", Value.TEXT),
  /** Everything else. */
  OTHER("", Value.TEXT);

  /** The forms of values. */
  enum Value {
    SECONDS,
    NUMBER,
    YES_OR_NO,
    FLAG,
    TEXT
  }

  private final String key;
  private final Value value;
  private final Optional<Measure> measure;
  private final long bit;
  private final boolean zeroIsNothing;

  MetricField(String key, Value value) {
    this(key, value, Optional.empty());
  }

  MetricField(String key, Value value, Measure measure) {
    this(key, value, Optional.of(measure));
  }

  MetricField(String key, Value value, Optional<Measure> measure) {
    this.key = key;
    this.value = value;
    this.measure = measure;
    this.bit = 1L << measure.map(Measure::ordinal).orElse(Measure.values().length + ordinal());
    this.zeroIsNothing = value == Value.NUMBER || value == Value.FLAG || key.isEmpty();
  }

  Value value() {
    return value;
  }

  /** The measure that takes the value, where one does. */
  Optional<Measure> measure() {
    return measure;
  }

  /** Whether the field gives a figure, of which the first one in a header counts. */
  boolean figure() {
    return value != Value.TEXT;
  }

  /** The figure as a bit of a set: the same for two names of one figure. */
  long bit() {
    return bit;
  }

  /** Whether a value of zero changes nothing. */
  boolean zeroIsNothing() {
    return zeroIsNothing;
  }

  /** The field with a key; {@link #OTHER} for keys that are not used. */
  static MetricField of(String key) {
    for (MetricField field : values()) {
      if (field != OTHER && field.key.equals(key)) {
        return field;
      }
    }
    return OTHER;
  }
}
