package dev.watershed.benchmarks.fleet.problem;

/** Tells whether a problem really is in the plan of the fleet, before anything runs. */
@FunctionalInterface
interface PlantCheck {
  boolean holds(PlantedCase planted, PlantFacts facts);
}
