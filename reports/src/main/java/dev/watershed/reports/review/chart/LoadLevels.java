package dev.watershed.reports.review.chart;

import java.util.Collection;

/**
 * Classes of load on a logarithmic scale, 1 the least and {@link #COUNT} the most: with the least
 * value a and the most z, a value v is of class 1 + ⌊{@link #COUNT} · ln(v / a) / ln(z / a)⌋.
 *
 * @param least above 0
 * @param most not below the least
 */
record LoadLevels(double least, double most) {

  /** How many classes there are. */
  static final int COUNT = 5;

  LoadLevels {
    if (!(least > 0) || !(most >= least)) {
      throw new IllegalArgumentException("levels from " + least + " to " + most);
    }
  }

  /** Those of some loads; what is not above 0 does not count. */
  static LoadLevels of(Collection<Double> loads) {
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double load : loads) {
      if (load > 0) {
        least = Math.min(least, load);
        most = Math.max(most, load);
      }
    }
    return most > 0 ? new LoadLevels(least, most) : new LoadLevels(1, 1);
  }

  /** The class of a load; 0 for none. */
  int of(double load) {
    if (!(load > 0)) {
      return 0;
    }
    if (most == least) {
      return COUNT;
    }
    double part = Math.log(load / least) / Math.log(most / least);
    return (int) Math.max(1, Math.min(COUNT, 1 + Math.floor(COUNT * part)));
  }
}
