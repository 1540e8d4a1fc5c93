package dev.watershed.rules.fleet;

import dev.watershed.rules.verdict.ViolationKey;
import java.util.Set;

/**
 * What was violated when the same rules judged last. What stood above a bound then stays a
 * violation until it is well below it, so that a figure that wavers round its bound does not make
 * verdicts flicker.
 *
 * @param keys texts of the keys
 */
public record PastVerdicts(Set<String> keys) {

  /** Nothing was judged before. */
  public static final PastVerdicts NONE = new PastVerdicts(Set.of());

  private static final double STAYS_ABOVE = 0.8;

  public PastVerdicts {
    keys = Set.copyOf(keys);
  }

  /** Whether a value reaches its bound, or stays by it. */
  public boolean reaches(double value, double bound, ViolationKey key) {
    return value >= (keys.contains(key.text()) ? bound * STAYS_ABOVE : bound);
  }

  /** Whether a value is above its bound, or was and stays by it. */
  public boolean exceeds(double value, double bound, ViolationKey key) {
    return value > (keys.contains(key.text()) ? bound * STAYS_ABOVE : bound);
  }
}
