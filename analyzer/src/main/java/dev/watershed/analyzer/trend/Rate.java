package dev.watershed.analyzer.trend;

/**
 * How often something was seen.
 *
 * @param perSecond how often per second
 * @param seconds for how long one looked, at least 0
 */
public record Rate(double perSecond, double seconds) {

  /** Fewer events can be missing by chance: at five, e⁻⁵ is below one of a hundred. */
  private static final double LEAST_EXPECTED = 5;

  /** Fewer events grow and shrink by chance. */
  private static final double LEAST_EVENTS = 20;

  /** The least ratio that counts. */
  private static final double RATIO = 1.5;

  private static final double STANDARD_ERRORS = 4;

  public Rate {
    if (!(perSecond >= 0 && seconds >= 0)) {
      throw new IllegalArgumentException(perSecond + " per second for " + seconds + " s");
    }
  }

  /** How often it was seen. */
  public double events() {
    return perSecond * seconds;
  }

  /** Whether a look of so many seconds would have shown it, if it had been there as often. */
  public boolean wouldShowIn(double otherSeconds) {
    return wouldShow(perSecond * otherSeconds);
  }

  /** Whether a look would have shown what it was to see so often. */
  static boolean wouldShow(double expected) {
    return expected >= LEAST_EXPECTED;
  }

  /**
   * Whether this is more than another rate: by half and more, by more than four standard errors of
   * counts (√(r₁/T₁ + r₂/T₂), as of independent events), and seen twenty times.
   */
  public boolean exceeds(Rate other) {
    if (events() < LEAST_EVENTS || seconds == 0 || other.seconds == 0) {
      return false;
    }
    double error = Math.sqrt(perSecond / seconds + other.perSecond / other.seconds);
    return perSecond >= RATIO * other.perSecond
        && perSecond - other.perSecond > STANDARD_ERRORS * error;
  }
}
