package dev.watershed.benchmarks.fleet;

import dev.watershed.benchmarks.fleet.plan.FleetPlan;
import java.util.NoSuchElementException;
import java.util.Objects;

/** One run of the fleet: what a program was asked for, and the plan of it. */
public record PlannedFleet(FleetOptions options, FleetPlan plan) {

  public PlannedFleet {
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(plan, "plan");
  }

  /** Reads options; ends the process with 2 if they are wrong, with what is wrong. */
  public static PlannedFleet read(String... arguments) {
    try {
      return parse(arguments);
    } catch (IllegalArgumentException | NoSuchElementException wrong) {
      System.err.println(wrong.getMessage() + "\n" + FleetOptions.USAGE);
      System.exit(2);
      throw wrong;
    }
  }

  /**
   * Reads options.
   *
   * @throws IllegalArgumentException if they are wrong
   * @throws NoSuchElementException if a table to be moved is none of the fleet's
   */
  static PlannedFleet parse(String... arguments) {
    FleetOptions options = FleetOptions.parse(arguments);
    return new PlannedFleet(options, FleetPlan.of(options.seed(), options.moves()));
  }
}
