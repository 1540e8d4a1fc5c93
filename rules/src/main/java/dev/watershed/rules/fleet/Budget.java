package dev.watershed.rules.fleet;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What was agreed with a service. Empty is not agreed.
 *
 * @param service its name
 * @param p95Millis the time that 95% of its statements may take at most
 * @param p99Millis the time that 99% of its statements may take at most
 * @param timeShare its part of all execution time, 0 to 1
 * @param callsPerSecond its statements per second, on average over the span
 * @param errorShare the part of its statements that may end with an error, 0 to 1
 */
public record Budget(
    String service,
    OptionalDouble p95Millis,
    OptionalDouble p99Millis,
    OptionalDouble timeShare,
    OptionalDouble callsPerSecond,
    OptionalDouble errorShare) {

  public Budget {
    if (service.isBlank()) {
      throw new IllegalArgumentException("expected a service");
    }
    for (OptionalDouble bound :
        List.of(p95Millis, p99Millis, timeShare, callsPerSecond, errorShare)) {
      Objects.requireNonNull(bound, "bound");
      if (bound.isPresent() && !(bound.getAsDouble() > 0)) {
        throw new IllegalArgumentException(service + ": expected more than 0");
      }
    }
  }

  /** Only the 95th percentile is agreed. */
  public static Budget ofP95(String service, double p95Millis) {
    return new Budget(
        service,
        OptionalDouble.of(p95Millis),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
