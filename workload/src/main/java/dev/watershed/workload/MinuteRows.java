package dev.watershed.workload;

/**
 * Figures per time slot and origin while they are collected. The slots widen until the rows are
 * within the bound.
 */
final class MinuteRows {

  private static final long MICROS_PER_MINUTE = 60_000_000L;
  private static final int[] SLOT_MINUTES = {1, 5, 15, 60, 240, 1_440};

  private final int bound;
  private MeasureRows rows = MinuteTable.newRows();
  private int slot;

  MinuteRows(int bound) {
    this.bound = bound;
  }

  /** The width of a slot. */
  int slotMinutes() {
    return SLOT_MINUTES[slot];
  }

  /** Adds an execution whose time is known. */
  void add(Execution execution) {
    long minute = Math.floorDiv(execution.value(Measure.LAST_SEEN_MICROS), MICROS_PER_MINUTE);
    long key = MinuteTable.key(slotOf(minute), execution.originIndex());
    rows.add(rows.rowOf(key), execution.figures(), execution.weight());
    widen();
  }

  /** Adds a row that was merged before; {@code minute} since 1970-01-01T00:00Z. */
  void add(long minute, int originIndex, long[] figures, LatencyHistogram histogram) {
    int row = rows.rowOf(MinuteTable.key(slotOf(minute), originIndex));
    rows.addFigures(row, figures, 0, 1);
    rows.histogram(row).merge(histogram);
    widen();
  }

  /** Widens the slots to at least this many minutes. */
  void widenTo(int slotMinutes) {
    int wider = slot;
    while (SLOT_MINUTES[wider] < slotMinutes && wider < SLOT_MINUTES.length - 1) {
      wider++;
    }
    widen(wider);
  }

  /** Takes over the rows of another table. */
  void merge(MinuteRows other, int[] originMap) {
    widen(other.slot);
    addAll(other.rows, originMap);
    widen();
  }

  /** Moves rows to other origins. */
  void remap(int[] originMap) {
    MeasureRows all = rows;
    rows = MinuteTable.newRows();
    addAll(all, originMap);
  }

  MinuteTable toTable() {
    return new MinuteTable(rows);
  }

  private void widen() {
    while (rows.size() > bound && slot < SLOT_MINUTES.length - 1) {
      widen(slot + 1);
    }
  }

  private void widen(int wider) {
    if (wider <= slot) {
      return;
    }
    slot = wider;
    MeasureRows narrow = rows;
    rows = MinuteTable.newRows();
    for (int row = 0; row < narrow.size(); row++) {
      long key = narrow.key(row);
      long minute = slotOf(MinuteTable.minute(key));
      rows.merge(MinuteTable.key(minute, MinuteTable.originIndex(key)), narrow, row);
    }
  }

  private void addAll(MeasureRows other, int[] originMap) {
    for (int row = 0; row < other.size(); row++) {
      long key = other.key(row);
      int origin = originMap[MinuteTable.originIndex(key)];
      rows.merge(MinuteTable.key(slotOf(MinuteTable.minute(key)), origin), other, row);
    }
  }

  private long slotOf(long minute) {
    return slot == 0 ? minute : minute - Math.floorMod(minute, (long) SLOT_MINUTES[slot]);
  }
}
