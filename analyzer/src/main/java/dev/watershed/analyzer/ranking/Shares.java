package dev.watershed.analyzer.ranking;

import java.util.OptionalDouble;

/** Parts of a whole, 0 to 1. */
final class Shares {

  private Shares() {}

  /** Empty when the whole is nothing. */
  static OptionalDouble of(long part, long whole) {
    return whole > 0 ? OptionalDouble.of((double) part / whole) : OptionalDouble.empty();
  }

  /** Empty also when a threshold hides a part of the whole. */
  static OptionalDouble of(long part, long whole, Visibility visibility) {
    return visibility.hidesFastExecutions() ? OptionalDouble.empty() : of(part, whole);
  }
}
