package dev.watershed.analyzer.calls;

import dev.watershed.analyzer.coupling.PairMeasures;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Two services of which at least one calls the other.
 *
 * @param first the index of a party
 * @param second a greater one
 * @param forth calls of the first to the second
 * @param back calls of the second to the first
 * @param data what couples them through data
 */
public record CallingPair(
    int first,
    int second,
    Optional<ServiceCall> forth,
    Optional<ServiceCall> back,
    Optional<PairMeasures> data) {

  public CallingPair {
    Objects.requireNonNull(forth, "forth");
    Objects.requireNonNull(back, "back");
    Objects.requireNonNull(data, "data");
    if (first >= second || forth.isEmpty() && back.isEmpty()) {
      throw new IllegalArgumentException("no pair that calls: " + first + ", " + second);
    }
  }

  /** Calls both ways per second, as far as is known; empty if no rate is. */
  public OptionalDouble callsPerSecond() {
    OptionalDouble there = rate(forth);
    OptionalDouble again = rate(back);
    return there.isEmpty() && again.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(there.orElse(0) + again.orElse(0));
  }

  private static OptionalDouble rate(Optional<ServiceCall> call) {
    return call.map(ServiceCall::callsPerSecond).orElse(OptionalDouble.empty());
  }
}
