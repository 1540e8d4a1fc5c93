package dev.watershed.workload.store.window;

import java.util.OptionalDouble;

/**
 * The threshold of several logs together: the highest, if any hides something; otherwise unknown if
 * any is unknown. The same in any order.
 */
final class MergedThreshold {

  private boolean unknown;
  private boolean known;
  private double highestSeconds;

  void add(OptionalDouble seconds) {
    unknown |= seconds.isEmpty();
    known |= seconds.isPresent();
    highestSeconds = Math.max(highestSeconds, seconds.orElse(0));
  }

  void add(MergedThreshold other) {
    unknown |= other.unknown;
    known |= other.known;
    highestSeconds = Math.max(highestSeconds, other.highestSeconds);
  }

  OptionalDouble seconds() {
    return highestSeconds > 0 || known && !unknown
        ? OptionalDouble.of(highestSeconds)
        : OptionalDouble.empty();
  }
}
