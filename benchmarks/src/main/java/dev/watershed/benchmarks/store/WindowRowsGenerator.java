package dev.watershed.benchmarks.store;

import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.eclipse.collections.impl.set.mutable.primitive.LongHashSet;

/**
 * The rows of a made-up window, the same for the same seed, server and hour. A few digests are
 * frequent and most are rare; each belongs to a service of four accounts; times of a digest lie in
 * some ten neighbouring buckets.
 */
final class WindowRowsGenerator {

  static final Instant START = Instant.parse("2026-10-01T00:00:00Z");

  private static final int ACCOUNTS_PER_SERVICE = 4;
  private static final double SKEW = 2.5;
  private static final double PER_MICRO = 1e6;

  private final StoreShape shape;
  private final long[] figures = new long[Measure.values().length];

  WindowRowsGenerator(StoreShape shape) {
    this.shape = shape;
  }

  /** Takes a row. Its arguments are reused. */
  @FunctionalInterface
  interface RowVisitor {

    void visit(long digest, int schema, int origin, long[] figures, LatencyHistogram latencies);
  }

  /** The 64-bit id of a digest, 0 to {@code digests} − 1. */
  static long idOf(int digest) {
    return new SplittableRandom(digest).nextLong() | 1;
  }

  static Instant startOf(int hour) {
    return START.plus(Duration.ofHours(hour));
  }

  void forEachRow(int server, int hour, RowVisitor visitor) {
    SplittableRandom random =
        new SplittableRandom(shape.seed() * 1_000_003 + server * 100_003L + hour);
    LongHashSet seen = new LongHashSet();
    int services = Math.max(1, shape.origins() / ACCOUNTS_PER_SERVICE);
    int wanted = Math.min(shape.rowsPerWindow(), shape.digests());
    while (seen.size() < wanted) {
      int digest = (int) (Math.pow(random.nextDouble(), SKEW) * shape.digests());
      int service = digest % services;
      int account = random.nextInt(ACCOUNTS_PER_SERVICE);
      int origin = Math.min(shape.origins() - 1, service * ACCOUNTS_PER_SERVICE + account);
      if (seen.add((long) digest << Integer.SIZE | origin)) {
        visitor.visit(idOf(digest), service, origin, figures, row(random, digest, startOf(hour)));
      }
    }
  }

  private LatencyHistogram row(SplittableRandom random, int digest, Instant from) {
    long calls = 1 + (long) Math.pow(random.nextDouble(), -1.1 * (1 - digest / 12_000.0));
    double center = 20 * Math.pow(10, 3 * new SplittableRandom(digest * 31L).nextDouble());
    LatencyHistogram latencies = new LatencyHistogram();
    long left = calls;
    long time = 0;
    long min = Long.MAX_VALUE;
    long max = 0;
    for (int bucket = 0; bucket < 9 && left > 0; bucket++) {
      long here = bucket == 8 ? left : Math.min(left, 1 + (long) (left * 0.4));
      long micros = (long) (center * Math.pow(1.12, bucket + random.nextInt(2)));
      latencies.addToBucket(LatencyBuckets.indexOfMicros(micros), here);
      time += here * micros;
      min = Math.min(min, micros);
      max = Math.max(max, micros);
      left -= here;
    }
    fill(random, digest, from, calls, time, min, max);
    return latencies;
  }

  private void fill(
      SplittableRandom random,
      int digest,
      Instant from,
      long calls,
      long time,
      long min,
      long max) {
    long second = ChronoUnit.SECONDS.between(Instant.EPOCH, from);
    set(Measure.CALLS, calls);
    set(Measure.EVENTS_READ, calls);
    set(Measure.ERRORS, random.nextInt(200) == 0 ? 1 : 0);
    set(Measure.TIME_MICROS, time);
    set(Measure.LOCK_TIME_MICROS, calls * (1 + random.nextInt(4)));
    set(Measure.ROWS_SENT, calls * (1 + digest % 20));
    set(Measure.ROWS_EXAMINED, calls * (1 + digest % 300) + random.nextInt(50));
    set(Measure.ROWS_AFFECTED, digest % 4 == 0 ? calls : 0);
    set(Measure.BYTES_SENT, calls * (60 + digest % 900) + random.nextInt(500));
    set(Measure.TEMPORARY_TABLES, digest % 9 == 0 ? calls : 0);
    set(Measure.TEMPORARY_DISK_TABLES, digest % 90 == 0 ? calls : 0);
    set(Measure.FULL_SCANS, digest % 15 == 0 ? calls : 0);
    set(Measure.FULL_JOINS, 0);
    set(Measure.SORT_ROWS, digest % 6 == 0 ? calls * 10 : 0);
    set(Measure.SORT_MERGE_PASSES, 0);
    set(Measure.CPU_TIME_MICROS, 0);
    set(Measure.INHERITED_SCHEMA, 0);
    long square = time / calls * (time / calls);
    set(Measure.TIME_SQUARE_LOW, (square & 0xFFFFFFFFL) * calls);
    set(Measure.TIME_SQUARE_HIGH, (square >>> 32) * calls);
    set(Measure.TIME_MICROS_MIN, min);
    set(Measure.TIME_MICROS_MAX, max);
    set(Measure.FIRST_SEEN_MICROS, (long) ((second + random.nextDouble(1_800)) * PER_MICRO));
    set(Measure.LAST_SEEN_MICROS, (long) ((second + 1_800 + random.nextDouble(1_799)) * PER_MICRO));
  }

  private void set(Measure measure, long value) {
    figures[measure.ordinal()] = value;
  }
}
