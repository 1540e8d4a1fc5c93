package dev.watershed.analyzer.index.statistics;

/**
 * How many different values columns have together, such that a value that is asked for is found in
 * the rows divided by that many.
 *
 * @param count at least 1
 * @param measured whether the server counted, a constraint says, or the workload showed it;
 *     otherwise it is assumed
 */
public record Distinct(double count, boolean measured) {

  public Distinct {
    if (!(count >= 1)) {
      throw new IllegalArgumentException(count + " different values");
    }
  }

  /** Never more than a bound. */
  Distinct atMost(double bound) {
    return count > bound ? new Distinct(Math.max(1, bound), measured) : this;
  }

  /** Those of two sets of columns that do not depend on each other. */
  Distinct times(Distinct other) {
    return new Distinct(count * other.count, measured && other.measured);
  }
}
