package dev.watershed.cli.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** When something was counted: from, and to without it. */
record CountedSpan(Instant from, Instant to) {

  private static final double MILLIS_PER_SECOND = 1_000;

  CountedSpan {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("'" + to + "' is not after '" + from + "'");
    }
  }

  double seconds() {
    return Duration.between(from, to).toMillis() / MILLIS_PER_SECOND;
  }

  boolean overlaps(CountedSpan other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }
}
