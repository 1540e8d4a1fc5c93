package dev.watershed.workload.store.window;

import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.store.column.Compression;
import dev.watershed.workload.store.column.TableWriter;
import java.nio.ByteBuffer;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;
import org.eclipse.collections.impl.list.mutable.primitive.ShortArrayList;

/** The latencies of many rows, one bucket a row, while they are written. */
final class LatencyColumns {

  private final ShortArrayList buckets = new ShortArrayList();
  private final LongArrayList counts = new LongArrayList();

  /** Adds the latencies of the next row; returns where they end. */
  int add(LatencyHistogram histogram) {
    histogram.forEachBucket(
        (bucket, count) -> {
          buckets.add((short) bucket);
          counts.add(count);
        });
    return buckets.size();
  }

  ByteBuffer encode(Compression compression) {
    return table().encode(compression);
  }

  TableWriter table() {
    return new TableWriter(buckets.size())
        .shorts(WindowColumns.BUCKET, buckets.toArray())
        .longs(WindowColumns.COUNT, counts.toArray());
  }
}
