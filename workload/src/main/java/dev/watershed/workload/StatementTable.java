package dev.watershed.workload;

/** Figures per digest, schema and origin: a row each, addressed 0 to {@link #size()} − 1. */
public final class StatementTable {

  private static final int ORIGIN_BITS = 20;
  private static final int SCHEMA_BITS = 16;

  private final MeasureRows rows;

  StatementTable(MeasureRows rows) {
    this.rows = rows;
  }

  static MeasureRows newRows() {
    return new MeasureRows(Measure.values().length);
  }

  static long key(int textIndex, int schemaIndex, int originIndex) {
    return (long) textIndex << ORIGIN_BITS + SCHEMA_BITS
        | (long) schemaIndex << ORIGIN_BITS
        | originIndex;
  }

  static int textIndex(long key) {
    return (int) (key >>> ORIGIN_BITS + SCHEMA_BITS);
  }

  static int schemaIndex(long key) {
    return (int) (key >>> ORIGIN_BITS) & (1 << SCHEMA_BITS) - 1;
  }

  static int originIndex(long key) {
    return (int) key & (1 << ORIGIN_BITS) - 1;
  }

  /** The number of rows. */
  public int size() {
    return rows.size();
  }

  /** The position in {@link Workload#texts()}. */
  public int textIndex(int row) {
    return textIndex(rows.key(row));
  }

  /** The position in {@link Workload#schemas()}. */
  public int schemaIndex(int row) {
    return schemaIndex(rows.key(row));
  }

  /** The position in {@link Workload#origins()}. */
  public int originIndex(int row) {
    return originIndex(rows.key(row));
  }

  /** A figure; {@link Measure#neutral()} where nothing is known. */
  public long value(int row, Measure measure) {
    return rows.value(row, measure.ordinal());
  }

  /**
   * Merges every measure of a row into {@code target}, where they stand in the order of {@link
   * Measure} from {@code start} on.
   */
  public void mergeInto(int row, long[] target, int start) {
    rows.mergeInto(row, target, start);
  }

  /** The latencies of the row; not to be changed. */
  public LatencyHistogram histogram(int row) {
    return rows.histogram(row);
  }
}
