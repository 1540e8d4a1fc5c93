package dev.watershed.workload.store.window;

import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.store.column.Column;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/** The measures and latencies of the rows of several hours, while they are collected. */
final class FigureColumns {

  private final List<Column.Longs> columns;
  private final List<LongArrayList> values = new ArrayList<>();
  private final LatencyColumns latencies = new LatencyColumns();
  private final IntArrayList latencyCounts = new IntArrayList();
  private int latenciesEnd;

  FigureColumns(List<Column.Longs> columns) {
    this.columns = columns;
    columns.forEach(column -> values.add(new LongArrayList()));
  }

  /**
   * Adds a row.
   *
   * @param valueOf the value of a column by its position
   */
  void add(IntToLongFunction valueOf) {
    for (int column = 0; column < columns.size(); column++) {
      values.get(column).add(valueOf.applyAsLong(column));
    }
  }

  /** Adds the latencies of the row that was added last. */
  void add(LatencyHistogram histogram) {
    int end = latencies.add(histogram);
    latencyCounts.add(end - latenciesEnd);
    latenciesEnd = end;
  }

  /** The rows so far. */
  int rows() {
    return values.get(0).size();
  }

  /** The rows of latencies so far. */
  int latencies() {
    return latenciesEnd;
  }

  void writeTo(TableWriter table) {
    if (!latencyCounts.isEmpty()) {
      table.ints(WindowColumns.LATENCIES, latencyCounts.toArray());
    }
    for (int column = 0; column < columns.size(); column++) {
      table.longs(columns.get(column), values.get(column).toArray());
    }
  }

  ByteBuffer encodeLatencies(Compression compression) {
    return latencies.table().encode(compression);
  }

  /** Latencies that are read often. */
  ByteBuffer encodePlainLatencies(Compression compression) {
    return latencies.table().plain(WindowColumns.BUCKET, WindowColumns.COUNT).encode(compression);
  }
}
