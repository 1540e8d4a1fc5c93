package dev.watershed.workload;

import java.util.OptionalDouble;

/**
 * Counts of executions per latency bucket ({@link LatencyBuckets}), kept only between the lowest
 * and the highest bucket seen. Mergeable: quantiles of a union come from merged counts, never from
 * averaged quantiles.
 */
public final class LatencyHistogram {

  private static final int SLACK = 4;
  private static final long[] NOTHING = {};

  private int base;
  private long[] counts = NOTHING;

  /** Adds {@code weight} executions of {@code micros} microseconds. */
  public void add(long micros, long weight) {
    int slot = LatencyBuckets.indexOfMicros(micros) - base;
    if (slot < 0 || slot >= counts.length) {
      slot = cover(slot + base);
    }
    counts[slot] += weight;
  }

  /** Adds the counts of another histogram. */
  public void merge(LatencyHistogram other) {
    if (other.counts.length == 0) {
      return;
    }
    cover(other.base, other.base + other.counts.length);
    int shift = other.base - base;
    for (int slot = 0; slot < other.counts.length; slot++) {
      counts[shift + slot] += other.counts[slot];
    }
  }

  /** Adds {@code count} executions to a bucket, 0 to {@link LatencyBuckets#COUNT} − 1. */
  public void addToBucket(int bucket, long count) {
    int slot = bucket - base;
    if (slot < 0 || slot >= counts.length) {
      slot = cover(bucket);
    }
    counts[slot] += count;
  }

  /** The number of executions in a bucket. */
  public long countAt(int bucket) {
    int slot = bucket - base;
    return slot < 0 || slot >= counts.length ? 0 : counts[slot];
  }

  /** What is told of a bucket. */
  @FunctionalInterface
  public interface BucketVisitor {

    /** A bucket and the number of executions in it, which is not 0. */
    void visit(int bucket, long count);
  }

  /** Visits the buckets that are not empty, the fastest first. */
  public void forEachBucket(BucketVisitor visitor) {
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] != 0) {
        visitor.visit(base + slot, counts[slot]);
      }
    }
  }

  /** The number of executions in all buckets. */
  public long count() {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /**
   * The time in microseconds that a share {@code quantile} of the executions does not exceed,
   * interpolated inside its bucket; at most one bucket's width (4.7 %) from the exact value. A time
   * of more than 9,550 s is in the last bucket, and so comes out too short. Empty when nothing was
   * counted.
   *
   * @param quantile more than 0, at most 1
   */
  public OptionalDouble quantileMicros(double quantile) {
    if (!(quantile > 0 && quantile <= 1)) {
      throw new IllegalArgumentException("quantile must be in (0, 1]: " + quantile);
    }
    long total = count();
    if (total == 0) {
      return OptionalDouble.empty();
    }
    long rank = Math.max(1, (long) Math.ceil(quantile * total));
    long below = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      long here = counts[slot];
      if (here > 0 && below + here >= rank) {
        int bucket = base + slot;
        double lower = LatencyBuckets.lowerMicros(bucket);
        double width = LatencyBuckets.upperMicros(bucket) - lower;
        return OptionalDouble.of(lower + width * (rank - below) / here);
      }
      below += here;
    }
    throw new IllegalStateException("rank " + rank + " beyond " + total);
  }

  /** Makes room for a bucket and, as more will follow, for some beside it; returns its slot. */
  private int cover(int bucket) {
    int slack = Math.max(SLACK, counts.length);
    if (counts.length == 0) {
      cover(Math.max(0, bucket - SLACK / 2), Math.min(LatencyBuckets.COUNT, bucket + SLACK / 2));
    } else if (bucket < base) {
      cover(Math.max(0, bucket - slack), base);
    } else {
      cover(base, Math.min(LatencyBuckets.COUNT, bucket + 1 + slack));
    }
    return bucket - base;
  }

  /** Makes room for the buckets from {@code from} to before {@code to}. */
  private void cover(int from, int to) {
    if (counts.length == 0) {
      base = from;
      counts = new long[to - from];
      return;
    }
    int newBase = Math.min(base, from);
    int newEnd = Math.max(base + counts.length, to);
    if (newEnd - newBase > counts.length) {
      long[] grown = new long[newEnd - newBase];
      System.arraycopy(counts, 0, grown, base - newBase, counts.length);
      counts = grown;
      base = newBase;
    }
  }

  @Override
  public boolean equals(Object other) {
    if (!(other instanceof LatencyHistogram histogram)) {
      return false;
    }
    for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
      if (countAt(bucket) != histogram.countAt(bucket)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] != 0) {
        hash = 31 * hash + Long.hashCode(counts[slot] * (base + slot + 1));
      }
    }
    return hash;
  }
}
