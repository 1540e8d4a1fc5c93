package dev.watershed.analyzer.span;

import dev.watershed.workload.Measure;

/** Adds a column to sums: a plain loop for each way of merging. */
final class Adding {

  private Adding() {}

  /**
   * Merges {@code from[row]} into {@code into[ids[row]]} for each row.
   *
   * @param rows how many
   */
  static void add(Measure.Merge merge, long[] into, int[] ids, long[] from, int rows) {
    switch (merge) {
      case SUM -> {
        for (int row = 0; row < rows; row++) {
          into[ids[row]] += from[row];
        }
      }
      case MIN -> {
        for (int row = 0; row < rows; row++) {
          into[ids[row]] = Math.min(into[ids[row]], from[row]);
        }
      }
      case MAX -> {
        for (int row = 0; row < rows; row++) {
          into[ids[row]] = Math.max(into[ids[row]], from[row]);
        }
      }
    }
  }
}
