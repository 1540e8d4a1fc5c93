package dev.watershed.reports;

import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;

/**
 * A latency histogram in eight decades: below 10 µs, to 100 µs, to 1 ms, to 10 ms, to 100 ms, to 1
 * s, to 10 s, and above.
 */
public final class LatencyDecades {

  /** The number of decades. */
  public static final int COUNT = 8;

  private static final int BUCKETS_PER_DECADE = 50;

  private LatencyDecades() {}

  /** The executions in each decade. */
  public static long[] of(LatencyHistogram histogram) {
    long[] decades = new long[COUNT];
    for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
      decades[decadeOf(bucket)] += histogram.countAt(bucket);
    }
    return decades;
  }

  /** Bucket 0 ends at 10 µs, bucket 50 at 100 µs. */
  private static int decadeOf(int bucket) {
    return Math.min(COUNT - 1, (bucket + BUCKETS_PER_DECADE - 1) / BUCKETS_PER_DECADE);
  }
}
