package dev.watershed.workload;

/**
 * Figures per time slot and origin: a row each, in no order. A slot is as wide as {@link
 * Quality#slotMinutes()} says and holds the executions that ended in it.
 */
public final class MinuteTable {

  private static final int ORIGIN_BITS = 20;

  private final MeasureRows rows;

  MinuteTable(MeasureRows rows) {
    this.rows = rows;
  }

  static MeasureRows newRows() {
    return new MeasureRows(Measure.PER_MINUTE);
  }

  static long key(long minute, int originIndex) {
    return minute << ORIGIN_BITS | originIndex;
  }

  static long minute(long key) {
    return key >> ORIGIN_BITS;
  }

  static int originIndex(long key) {
    return (int) key & (1 << ORIGIN_BITS) - 1;
  }

  /** The number of rows. */
  public int size() {
    return rows.size();
  }

  /** The first minute of the slot, in minutes since 1970-01-01T00:00Z. */
  public long minute(int row) {
    return minute(rows.key(row));
  }

  /** The position in {@link Workload#origins()}. */
  public int originIndex(int row) {
    return originIndex(rows.key(row));
  }

  /** A figure, of those that are kept {@link Measure#perMinute() per minute}. */
  public long value(int row, Measure measure) {
    if (!measure.perMinute()) {
      throw new IllegalArgumentException(measure + " is not kept per minute");
    }
    return rows.value(row, measure.ordinal());
  }

  /**
   * Merges the measures kept per minute of a row into {@code target}, where they stand in the order
   * of {@link Measure} from {@code start} on.
   */
  public void mergeInto(int row, long[] target, int start) {
    rows.mergeInto(row, target, start);
  }

  /** The latencies of the row; not to be changed. */
  public LatencyHistogram histogram(int row) {
    return rows.histogram(row);
  }
}
