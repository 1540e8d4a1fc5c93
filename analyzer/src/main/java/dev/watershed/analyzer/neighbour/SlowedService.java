package dev.watershed.analyzer.neighbour;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A service that was slower while another one was loud. Times are without lock time, but for
 * percentiles.
 *
 * @param service its name
 * @param quiet while nobody was loud
 * @param loud while the other one was loud
 * @param timesForSameWork how many times as long the loud slots took as their calls and rows
 *     examined usually take, by {@code WorkCost}; empty where rows examined are not known
 * @param probability of such a difference in any service, beside any loud one of the fleet, without
 *     a connection, by {@code CircularShift} and {@code FleetCorrection}
 * @param budgetMicros what 95% of its statements may take at most, as configured
 */
public record SlowedService(
    String service,
    Latency quiet,
    Latency loud,
    OptionalDouble timesForSameWork,
    double probability,
    OptionalDouble budgetMicros) {

  /**
   * Execution times.
   *
   * @param slots in which it executed enough that is alike
   * @param calls in them
   * @param meanMicros of these calls, without lock time
   * @param meanLockMicros lock time of these calls
   * @param p95Micros of all calls, lock time and all, from merged histograms; empty if there are
   *     none
   */
  public record Latency(
      int slots, long calls, double meanMicros, double meanLockMicros, OptionalDouble p95Micros) {

    public Latency {
      Objects.requireNonNull(p95Micros, "p95Micros");
    }
  }

  public SlowedService {
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(quiet, "quiet");
    Objects.requireNonNull(loud, "loud");
    Objects.requireNonNull(timesForSameWork, "timesForSameWork");
    Objects.requireNonNull(budgetMicros, "budgetMicros");
  }

  SlowedService withProbability(double corrected) {
    return new SlowedService(service, quiet, loud, timesForSameWork, corrected, budgetMicros);
  }

  /** How many times as long a statement took on average, the same ones or others. */
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
