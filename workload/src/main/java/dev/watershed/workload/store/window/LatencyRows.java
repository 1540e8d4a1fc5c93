package dev.watershed.workload.store.window;

import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.store.column.ColumnMemory;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;

/** The latencies of a table's rows, read. */
final class LatencyRows {

  /** Of rows that have none. */
  static final LatencyRows NONE = new LatencyRows(new int[0], new short[0], new long[0]);

  private final int[] ends;
  private final short[] buckets;
  private final long[] counts;

  private LatencyRows(int[] ends, short[] buckets, long[] counts) {
    this.ends = ends;
    this.buckets = buckets;
    this.counts = counts;
  }

  static LatencyRows read(
      StoredWindow window, ColumnTable rows, WindowSection section, ColumnMemory memory)
      throws UnreadableFileException {
    try (ColumnTable table = window.table(section, memory)) {
      int[] ends = new int[rows.rows()];
      window.copyLatencyEnds(rows, section, table.rows(), ends);
      short[] buckets = table.array(WindowColumns.BUCKET);
      long[] counts = table.array(WindowColumns.COUNT);
      for (short bucket : buckets) {
        if (bucket < 0 || bucket >= LatencyBuckets.COUNT) {
          throw new UnreadableFileException(FileProblem.CORRUPTED, "latency bucket " + bucket);
        }
      }
      return new LatencyRows(ends, buckets, counts);
    }
  }

  LatencyHistogram histogram(int row) {
    LatencyHistogram histogram = new LatencyHistogram();
    for (int i = row == 0 ? 0 : ends[row - 1]; i < ends[row]; i++) {
      histogram.addToBucket(buckets[i], counts[i]);
    }
    return histogram;
  }
}
