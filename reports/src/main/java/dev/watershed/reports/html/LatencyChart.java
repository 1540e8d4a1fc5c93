package dev.watershed.reports.html;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.workload.LatencyBuckets;
import dev.watershed.workload.LatencyHistogram;

/**
 * A latency histogram of 32 columns: below 10 µs, five for each decade up to 10 s, and above; with
 * marks at 1 ms and 1 s, and at the 95th percentile.
 */
final class LatencyChart {

  private static final int BUCKETS_PER_COLUMN = 10;
  private static final int COLUMNS = 32;
  private static final double STEP = 4;
  private static final double BAR = 3.2;
  private static final double HEIGHT = 26;
  private static final double FLOOR = 24;
  private static final int FIRST_OF_MILLISECONDS = 11;
  private static final int FIRST_OF_SECONDS = 26;

  private LatencyChart() {}

  static String of(Figures figures) {
    long[] columns = columns(figures.histogram());
    long most = 1;
    for (long column : columns) {
      most = Math.max(most, column);
    }
    Svg svg = new Svg("latency", COLUMNS * STEP, HEIGHT, false);
    svg.line("axis", 0, FLOOR, COLUMNS * STEP, FLOOR);
    svg.line("tick", FIRST_OF_MILLISECONDS * STEP, FLOOR, FIRST_OF_MILLISECONDS * STEP, HEIGHT);
    svg.line("tick", FIRST_OF_SECONDS * STEP, FLOOR, FIRST_OF_SECONDS * STEP, HEIGHT);
    for (int column = 0; column < COLUMNS; column++) {
      if (columns[column] > 0) {
        double height = Math.max(1, (FLOOR - 2) * columns[column] / most);
        svg.rectangle("bar", column * STEP + 0.4, FLOOR - height, BAR, height);
      }
    }
    figures
        .percentiles()
        .ifPresent(
            percentiles -> {
              int bucket = LatencyBuckets.indexOfMicros((long) percentiles.p95Micros());
              double x = (columnOf(bucket) + 0.5) * STEP;
              svg.line("p95", x, 0, x, FLOOR);
            });
    return svg.markup();
  }

  private static long[] columns(LatencyHistogram histogram) {
    long[] columns = new long[COLUMNS];
    for (int bucket = 0; bucket < LatencyBuckets.COUNT; bucket++) {
      columns[columnOf(bucket)] += histogram.countAt(bucket);
    }
    return columns;
  }

  private static int columnOf(int bucket) {
    return Math.min(COLUMNS - 1, (bucket + BUCKETS_PER_COLUMN - 1) / BUCKETS_PER_COLUMN);
  }
}
