package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.trend.Rate;
import java.util.Optional;

/**
 * How an index was used while it was watched.
 *
 * @param rows that it reached
 * @param calls to its table in that time
 * @param seconds that it was watched, above 0
 */
record SeenIndex(double rows, double calls, double seconds) {

  SeenIndex {
    if (!(rows >= 0 && calls >= 0 && seconds > 0)) {
      throw new IllegalArgumentException(rows + " rows, " + calls + " calls in " + seconds + " s");
    }
  }

  /** Rows that it reached per second. */
  double perSecond() {
    return rows / seconds;
  }

  /**
   * How the use differs. Rows come in runs, so that their number is no number of independent
   * events: an index was used as often as it reached rows, and no more often than its table was.
   * Rows that no statement is known to have reached tell nothing.
   */
  static ChangeWord change(Optional<SeenIndex> before, Optional<SeenIndex> now) {
    if (before.isEmpty() || now.isEmpty()) {
      return ChangeWord.UNDECIDED;
    }
    double run = Math.max(before.get().run(), now.get().run());
    return ChangeWord.of(before.get().rate(run), now.get().rate(run));
  }

  /** Rows that one use reached, at least; infinite where no use is known. */
  private double run() {
    return rows == 0 ? 1 : rows / Math.min(rows, calls);
  }

  /** The rate of rows that come so many at a time: as sure as that of their uses. */
  private Rate rate(double run) {
    return new Rate(perSecond(), seconds / run);
  }
}
