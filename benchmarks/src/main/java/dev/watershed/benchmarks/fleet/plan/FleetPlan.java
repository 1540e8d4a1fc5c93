package dev.watershed.benchmarks.fleet.plan;

import dev.watershed.benchmarks.fleet.problem.PlantFacts;
import dev.watershed.benchmarks.fleet.problem.PlantedCases;
import dev.watershed.benchmarks.fleet.schema.FleetCatalog;
import dev.watershed.benchmarks.fleet.service.FleetServices;
import dev.watershed.benchmarks.fleet.service.Moves;

/**
 * What a fleet will be, before anything runs: it follows from seed and moves alone.
 *
 * @param seed of everything
 * @param catalog the tables
 * @param services who does what
 * @param cases what is planted
 */
public record FleetPlan(
    long seed, FleetCatalog catalog, FleetServices services, PlantedCases cases) {

  /** The plan of a seed, with some tables moved to other schemas. */
  public static FleetPlan of(long seed, Moves moves) {
    FleetCatalog catalog = moves.applyTo(FleetCatalog.of(seed));
    FleetServices services = FleetServices.of(seed, catalog, moves);
    PlantedCases cases = PlantedCases.of(new PlantFacts(services), !moves.places().isEmpty());
    return new FleetPlan(seed, catalog, services, cases);
  }
}
