package dev.watershed.analyzer.attribution;

/**
 * An estimate and where the true value lies with a confidence of 95%.
 *
 * @param low at most the estimate
 * @param high at least the estimate
 */
public record Interval(double estimate, double low, double high) {

  public Interval {
    if (!(low <= estimate && estimate <= high)) {
      throw new IllegalArgumentException(estimate + " from " + low + " to " + high);
    }
  }

  /** How wide it is. */
  public double width() {
    return high - low;
  }

  /** Whether a value lies in it. */
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
