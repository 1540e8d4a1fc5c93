package dev.watershed.collector.server.statements;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import java.util.Arrays;
import java.util.Optional;

/** The cumulative histogram of a digest: the buckets that are not empty. */
final class BucketCounts {

  /** How they are written and read. */
  static final DigestMap.Codec<BucketCounts> CODEC =
      new DigestMap.Codec<>() {
        @Override
        public void write(BucketCounts value, ByteWriter bytes) {
          value.encode(bytes);
        }

        @Override
        public BucketCounts read(ByteReader bytes) throws DamagedBytesException {
          return decode(bytes);
        }
      };

  static final BucketCounts NOTHING = new BucketCounts(new short[0], new long[0]);

  private final short[] buckets;
  private final long[] counts;

  private BucketCounts(short[] buckets, long[] counts) {
    this.buckets = buckets;
    this.counts = counts;
  }

  /** Collects buckets in any order. */
  static final class Collecting {
    private short[] buckets = new short[8];
    private long[] counts = new long[8];
    private int size;

    void add(int bucket, long count) {
      if (size == buckets.length) {
        buckets = Arrays.copyOf(buckets, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
      }
      buckets[size] = (short) Math.min(bucket, LatencyBuckets.COUNT - 1);
      counts[size++] = count;
    }

    /** Takes those of other counts. */
    void addAll(BucketCounts others) {
      for (int i = 0; i < others.buckets.length; i++) {
        add(others.buckets[i], others.counts[i]);
      }
    }

    /** Forgets all. */
    void clear() {
      size = 0;
    }

    BucketCounts toCounts() {
      return new BucketCounts(Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size));
    }
  }

  /** How many executions it counts. */
  long total() {
    return Arrays.stream(counts).sum();
  }

  /** What was added since an earlier look; empty if it was reset in between. */
  Optional<LatencyHistogram> since(BucketCounts before) {
    long[] added = new long[LatencyBuckets.COUNT];
    for (int i = 0; i < buckets.length; i++) {
      added[buckets[i]] += counts[i];
    }
    for (int i = 0; i < before.buckets.length; i++) {
      added[before.buckets[i]] -= before.counts[i];
    }
    LatencyHistogram histogram = new LatencyHistogram();
    for (int bucket = 0; bucket < added.length; bucket++) {
      if (added[bucket] < 0) {
        return Optional.empty();
      }
      if (added[bucket] > 0) {
        histogram.addToBucket(bucket, added[bucket]);
      }
    }
    return Optional.of(histogram);
  }

  /** As equal as their buckets, in the order in which the server gave them. */
  @Override
  public boolean equals(Object other) {
    return other instanceof BucketCounts same
        && Arrays.equals(buckets, same.buckets)
        && Arrays.equals(counts, same.counts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(counts);
  }

  void encode(ByteWriter bytes) {
    bytes.number(buckets.length);
    for (int i = 0; i < buckets.length; i++) {
      bytes.number(buckets[i]).number(counts[i]);
    }
  }

  static BucketCounts decode(ByteReader bytes) throws DamagedBytesException {
    Collecting counts = new Collecting();
    for (int left = bytes.count(2); left > 0; left--) {
      long bucket = bytes.number();
      if (bucket < 0 || bucket >= LatencyBuckets.COUNT) {
        throw new DamagedBytesException("a bucket " + bucket);
      }
      counts.add((int) bucket, bytes.number());
    }
    return counts.toCounts();
  }
}
