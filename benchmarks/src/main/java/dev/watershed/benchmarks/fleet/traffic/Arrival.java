package dev.watershed.benchmarks.fleet.traffic;

import dev.watershed.benchmarks.fleet.service.Action;

/**
 * An action that is due.
 *
 * @param elapsed when, as a share of the run
 * @param action what
 */
record Arrival(double elapsed, Action action) {}
