package dev.watershed.benchmarks.fuzz;

/** What has to be the same, or the input is a finding. */
final class Agreement {

  private Agreement() {}

  /**
   * Throws unless both are equal.
   *
   * @param what of the two, for the message
   */
  static void same(String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new AssertionError(what + "\nexpected " + expected + "\nfound    " + found);
    }
  }

  /** Throws unless a condition holds. */
  static void holds(boolean condition, String what, Object found) {
    if (!condition) {
      throw new AssertionError(what + "\nfound " + found);
    }
  }
}
