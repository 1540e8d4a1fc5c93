package dev.watershed.analyzer.ranking;

import dev.watershed.workload.LatencyHistogram;
import java.util.Optional;

/**
 * Percentiles of execution times in microseconds, each at most one histogram bucket (4.7 %) from
 * the exact value and never outside the extremes.
 */
public record Percentiles(double p50Micros, double p95Micros, double p99Micros) {

  /**
   * Those of a histogram; empty if it is.
   *
   * @param minMicros the shortest time, or {@code Long.MAX_VALUE} if unknown
   * @param maxMicros the longest time, or {@code Long.MIN_VALUE} if unknown
   */
  public static Optional<Percentiles> of(
      LatencyHistogram histogram, long minMicros, long maxMicros) {
    if (histogram.count() == 0) {
      return Optional.empty();
    }
    double low = minMicros == Long.MAX_VALUE ? 0 : minMicros;
    double high = maxMicros == Long.MIN_VALUE ? Double.MAX_VALUE : maxMicros;
    return Optional.of(
        new Percentiles(
            quantile(histogram, 0.50, low, high),
            quantile(histogram, 0.95, low, high),
            quantile(histogram, 0.99, low, high)));
  }

  private static double quantile(LatencyHistogram histogram, double q, double low, double high) {
    return Math.min(high, Math.max(low, histogram.quantileMicros(q).orElseThrow()));
  }
}
