package dev.watershed.analyzer.neighbour;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A service that was slower while another one was loud.
 *
 * @param service its name
 * @param quiet while nobody was loud
 * @param loud while the other one was loud
 * @param probability of such a difference in any service without a connection, by {@code
 *     CircularShift}
 * @param budgetMicros what 95% of its statements may take at most, as configured
 */
public record SlowedService(
    String service, Latency quiet, Latency loud, double probability, OptionalDouble budgetMicros) {

  /**
   * Execution times.
   *
   * @param slots in which it executed enough
   * @param calls in them
   * @param meanMicros of these calls
   * @param p95Micros of these calls, from merged histograms; empty if there are none
   */
  public record Latency(int slots, long calls, double meanMicros, OptionalDouble p95Micros) {

    public Latency {
      Objects.requireNonNull(p95Micros, "p95Micros");
    }
  }

  public SlowedService {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(quiet, "quiet");
    Objects.requireNonNull(loud, "loud");
    Objects.requireNonNull(budgetMicros, "budgetMicros");
  }

  /** How many times as long its statements took. */
  public double timesSlower() {
    return loud.meanMicros() / quiet.meanMicros();
  }

  /** Whether its 95th percentile is within its budget in quiet slots, and above it in loud ones. */
  public boolean leavesBudget() {
    return budgetMicros.isPresent()
        && quiet.p95Micros().orElse(Double.MAX_VALUE) <= budgetMicros.getAsDouble()
        && loud.p95Micros().orElse(0) > budgetMicros.getAsDouble();
  }
}
