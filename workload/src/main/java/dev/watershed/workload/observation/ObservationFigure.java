package dev.watershed.workload.observation;

import dev.watershed.workload.Measure.Merge;

/** A figure of a kind of observation: an enum's constant, whose name is that of its column. */
public interface ObservationFigure {

  /** The name, as in the file. */
  String name();

  /** The place among the figures of its kind. */
  int ordinal();

  /** How two figures of one key become one. */
  Merge merge();

  /** The value that changes nothing: unknown for minima and maxima. */
  default long neutral() {
    return switch (merge()) {
      case SUM -> 0;
      case MIN -> Long.MAX_VALUE;
      case MAX -> Long.MIN_VALUE;
    };
  }

  /** Two values as one. */
  default long merged(long left, long right) {
    return switch (merge()) {
      case SUM -> left + right;
      case MIN -> Math.min(left, right);
      case MAX -> Math.max(left, right);
    };
  }
}
