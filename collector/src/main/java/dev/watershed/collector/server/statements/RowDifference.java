package dev.watershed.collector.server.statements;

import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;

/** The figures of what was counted in a row between two looks. */
final class RowDifference {

  private static final long PICOS_PER_MICRO = 1_000_000L;

  private RowDifference() {}

  /**
   * The figures, by the order of {@link Measure}.
   *
   * @param before {@link DigestCounters#NOTHING} for a row that is new or began anew
   * @param added the times that the histogram shows; empty if it shows none
   */
  static long[] figures(DigestCounters before, DigestCounters now, LatencyHistogram added) {
    long[] figures = new long[Measure.values().length];
    for (Measure measure : Measure.values()) {
      figures[measure.ordinal()] = measure.neutral();
    }
    for (DigestCounter counter : DigestCounter.values()) {
      figures[counter.measure().ordinal()] =
          counter.added(before.value(counter), now.value(counter));
    }
    long calls = figures[Measure.CALLS.ordinal()];
    figures[Measure.EVENTS_READ.ordinal()] = calls;
    // One execution may scan several tables; the measures count executions.
    atMost(figures, Measure.FULL_SCANS, calls);
    atMost(figures, Measure.FULL_JOINS, calls);
    if (calls > 0 || added.count() > 0) {
      extremes(figures, before, now, added);
      squares(figures, added);
    }
    if (calls > 0) {
      figures[Measure.LAST_SEEN_MICROS.ordinal()] = now.lastSeenMicros();
      if (before.calls() == 0) {
        figures[Measure.FIRST_SEEN_MICROS.ordinal()] = now.firstSeenMicros();
      }
    }
    return figures;
  }

  private static void atMost(long[] figures, Measure measure, long most) {
    figures[measure.ordinal()] = Math.min(figures[measure.ordinal()], most);
  }

  /** Exact where the difference proves it, else the bounds of the outermost buckets that grew. */
  private static void extremes(
      long[] figures, DigestCounters before, DigestCounters now, LatencyHistogram added) {
    long calls = figures[Measure.CALLS.ordinal()];
    boolean fresh = before.calls() == 0 && calls > 0;
    long min = Long.MAX_VALUE;
    long max = Long.MIN_VALUE;
    if (calls == 1) {
      min = figures[Measure.TIME_MICROS.ordinal()];
      max = min;
    }
    if (fresh || Long.compareUnsigned(now.minPicos(), before.minPicos()) < 0) {
      min = micros(now.minPicos());
    }
    if (fresh || Long.compareUnsigned(now.maxPicos(), before.maxPicos()) > 0) {
      max = micros(now.maxPicos());
    }
    Bounds bounds = new Bounds(added);
    if (bounds.known()) {
      // A histogram that was not asked for each time brings executions of earlier spans, too.
      boolean others = added.count() != calls;
      if (others || min == Long.MAX_VALUE) {
        min = Math.min(min, Math.max(micros(now.minPicos()), bounds.lowestMicros()));
      }
      if (others || max == Long.MIN_VALUE) {
        max = Math.max(max, Math.min(micros(now.maxPicos()), bounds.highestMicros()));
      }
    }
    figures[Measure.TIME_MICROS_MIN.ordinal()] = min;
    figures[Measure.TIME_MICROS_MAX.ordinal()] = max;
  }

  private static long micros(long picos) {
    return Long.divideUnsigned(picos, PICOS_PER_MICRO);
  }

  /** The outer bounds of the outermost buckets that are not empty. */
  private static final class Bounds {
    private int lowest = LatencyBuckets.COUNT;
    private int highest = -1;

    Bounds(LatencyHistogram histogram) {
      histogram.forEachBucket(
          (bucket, count) -> {
            lowest = Math.min(lowest, bucket);
            highest = Math.max(highest, bucket);
          });
    }

    boolean known() {
      return highest >= 0;
    }

    long lowestMicros() {
      return (long) LatencyBuckets.lowerMicros(lowest);
    }

    long highestMicros() {
      return (long) Math.ceil(LatencyBuckets.upperMicros(highest));
    }
  }

  /** From the middles of the buckets; nothing where there are none: unknown, not zero. */
  private static void squares(long[] figures, LatencyHistogram added) {
    if (figures[Measure.CALLS.ordinal()] == 1 && added.count() <= 1) {
      square(figures, figures[Measure.TIME_MICROS.ordinal()], 1);
      return;
    }
    added.forEachBucket(
        (bucket, count) -> {
          double middle =
              (LatencyBuckets.lowerMicros(bucket) + LatencyBuckets.upperMicros(bucket)) / 2;
          square(figures, Math.round(middle), count);
        });
  }

  private static void square(long[] figures, long micros, long count) {
    long low = micros * micros;
    long high = Math.multiplyHigh(micros, micros);
    figures[Measure.TIME_SQUARE_LOW.ordinal()] += (low & 0xFFFFFFFFL) * count;
    figures[Measure.TIME_SQUARE_HIGH.ordinal()] += (low >>> 32 | high << 32) * count;
  }
}
