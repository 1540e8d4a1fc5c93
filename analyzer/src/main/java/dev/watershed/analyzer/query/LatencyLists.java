package dev.watershed.analyzer.query;

import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.store.column.ColumnTable;
import dev.watershed.workload.store.container.FileProblem;
import dev.watershed.workload.store.container.UnreadableFileException;
import dev.watershed.workload.store.window.WindowColumns;
import dev.watershed.workload.store.window.WindowSection;

/** The column of latency histograms: of each row the buckets that have calls, ascending. */
final class LatencyLists {

  private LatencyLists() {}

  /**
   * The column of a table.
   *
   * @param latencies the section with the latencies of its rows
   */
  static PartColumn<WindowPart> column(WindowSection latencies) {
    return new PartColumn<>(QueryColumn.latencies("latencies"), part -> values(part, latencies));
  }

  private static ColumnValues values(WindowPart part, WindowSection latencies)
      throws UnreadableFileException {
    try (ColumnTable table = part.window().table(latencies, part.reader().memory())) {
      int[] ends = new int[part.rows()];
      part.window().copyLatencyEnds(part.table(), latencies, table.rows(), ends);
      short[] buckets = new short[table.rows()];
      table.copy(WindowColumns.BUCKET, buckets);
      for (short bucket : buckets) {
        if (bucket < 0 || bucket >= LatencyBuckets.COUNT) {
          throw new UnreadableFileException(FileProblem.CORRUPTED, "latency bucket " + bucket);
        }
      }
      long[] counts = part.reader().longs(table, WindowColumns.COUNT);
      return ColumnValues.texts(
          row -> list(buckets, counts, row == 0 ? 0 : ends[row - 1], ends[row]));
    }
  }

  /** DuckDB's notation of a list of structures. The last bucket has no upper bound. */
  private static String list(short[] buckets, long[] counts, int from, int until) {
    StringBuilder list = new StringBuilder("[");
    for (int i = from; i < until; i++) {
      list.append(i == from ? "" : ", ").append("{'upper_micros': ");
      if (buckets[i] == LatencyBuckets.COUNT - 1) {
        list.append("NULL");
      } else {
        list.append(LatencyBuckets.upperMicros(buckets[i]));
      }
      list.append(", 'calls': ").append(counts[i]).append('}');
    }
    return list.append(']').toString();
  }
}
