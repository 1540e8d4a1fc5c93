package dev.watershed.analyzer.ranking;

import dev.watershed.workload.LatencyHistogram;
import dev.watershed.workload.Measure;
import dev.watershed.workload.MinuteTable;
import dev.watershed.workload.StatementTable;
import java.util.Arrays;

/** Figures under dense group indexes while they are summed; grows as groups appear. */
final class FigureTable {

  private static final Measure[] MEASURES = Measure.values();
  private static final int WIDTH = MEASURES.length;

  private long[] values = new long[0];
  private LatencyHistogram[] histograms = new LatencyHistogram[0];
  private boolean perMinute;

  /**
   * No group from this one on was added to; there may be {@linkplain #isEmpty empty} ones below.
   */
  int size() {
    return histograms.length;
  }

  /** Whether anything was added to a group. */
  boolean isEmpty(int group) {
    return histograms[group] == null;
  }

  /** Adds a row of a statement table. */
  void add(int group, StatementTable table, int row) {
    int start = open(group);
    table.mergeInto(row, values, start);
    histograms[group].merge(table.histogram(row));
  }

  /** Adds a row of a minute table, which has some of the measures only. */
  void add(int group, MinuteTable table, int row) {
    perMinute = true;
    int start = open(group);
    table.mergeInto(row, values, start);
    histograms[group].merge(table.histogram(row));
  }

  /** The figures of a group that is not empty. */
  Figures figures(int group, Visibility visibility) {
    return figures(group, visibility, !visibility.hidesFastExecutions());
  }

  /** The same without percentiles and variance, for comparisons that do not need them. */
  Figures sums(int group, Visibility visibility) {
    return figures(group, visibility, false);
  }

  private Figures figures(int group, Visibility visibility, boolean distribution) {
    return FigureMaker.make(
        measure -> value(group, measure), histograms[group], visibility, distribution, perMinute);
  }

  long value(int group, Measure measure) {
    return values[group * WIDTH + measure.ordinal()];
  }

  private int open(int group) {
    if (group >= histograms.length) {
      int capacity = Math.max(group + 1, histograms.length + (histograms.length >> 1));
      histograms = Arrays.copyOf(histograms, capacity);
      values = Arrays.copyOf(values, capacity * WIDTH);
    }
    int start = group * WIDTH;
    if (histograms[group] == null) {
      histograms[group] = new LatencyHistogram();
      for (int i = 0; i < WIDTH; i++) {
        values[start + i] = MEASURES[i].neutral();
      }
    }
    return start;
  }
}
