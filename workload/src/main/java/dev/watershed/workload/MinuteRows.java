package dev.watershed.workload;

import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * Figures per time slot and origin while they are collected. How wide a slot is follows from the
 * number of slots in which anything ended and the number of origins that stay: both only ever grow,
 * and neither depends on which origins were lumped when, as the number of rows would.
 */
final class MinuteRows {

  private static final long MICROS_PER_MINUTE = 60_000_000L;
  private static final int[] SLOT_MINUTES = {1, 5, 15, 60, 240, 1_440};

  private final int bound;
  private final LongHashSet slots = new LongHashSet();
  private MeasureRows rows = MinuteTable.newRows();
  private int width;

  /**
   * @param bound the most rows
   */
  MinuteRows(int bound) {
    this.bound = bound;
  }

  /** The width of a slot. */
  int slotMinutes() {
    return SLOT_MINUTES[width];
  }

  /** Adds an execution whose time is known; returns whether it made a row. */
  boolean add(Execution execution) {
    long minute = Math.floorDiv(execution.value(Measure.LAST_SEEN_MICROS), MICROS_PER_MINUTE);
    int before = rows.size();
    int row = rowOf(minute, execution.originIndex());
    rows.add(row, execution.figures(), execution.weight());
    return rows.size() > before;
  }

  /** Adds a row that was merged before; {@code minute} since 1970-01-01T00:00Z. */
  void add(long minute, int originIndex, long[] figures, LatencyHistogram histogram) {
    int row = rowOf(minute, originIndex);
    rows.addFigures(row, figures, 0, 1);
    rows.histogram(row).merge(histogram);
  }

  /** Widens the slots to at least this many minutes. */
  void widenTo(int slotMinutes) {
    int wider = width;
    while (SLOT_MINUTES[wider] < slotMinutes && wider < SLOT_MINUTES.length - 1) {
      wider++;
    }
    widen(wider);
  }

  /** Widens the slots until a row of each origin and one of the lumped ones fit into each. */
  void fit(int origins) {
    while ((long) slots.size() * (origins + 1) > bound && width < SLOT_MINUTES.length - 1) {
      widen(width + 1);
    }
  }

  /** Takes over the rows of another table. */
  void merge(MinuteRows other, int[] originMap) {
    widen(other.width);
    addAll(other.rows, originMap);
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

  private int rowOf(long minute, int originIndex) {
    long slot = slotOf(minute);
    int before = rows.size();
    int row = rows.rowOf(MinuteTable.key(slot, originIndex));
    if (rows.size() > before) {
      slots.add(slot);
    }
    return row;
  }

  private void widen(int wider) {
    if (wider <= width) {
      return;
    }
    width = wider;
    slots.clear();
    MeasureRows narrow = rows;
    rows = MinuteTable.newRows();
    for (int row = 0; row < narrow.size(); row++) {
      long key = narrow.key(row);
      add(narrow, row, MinuteTable.minute(key), MinuteTable.originIndex(key));
    }
  }

  private void addAll(MeasureRows other, int[] originMap) {
    for (int row = 0; row < other.size(); row++) {
      long key = other.key(row);
      add(other, row, MinuteTable.minute(key), originMap[MinuteTable.originIndex(key)]);
    }
  }

  private void add(MeasureRows other, int row, long minute, int originIndex) {
    long slot = slotOf(minute);
    slots.add(slot);
    rows.merge(MinuteTable.key(slot, originIndex), other, row);
  }

  private long slotOf(long minute) {
    return width == 0 ? minute : minute - Math.floorMod(minute, (long) SLOT_MINUTES[width]);
  }
}
