package dev.watershed.benchmarks.recovery;

/**
 * What a statement costs.
 *
 * @param rows read by the storage engine, on average of its samples
 * @param micros the shortest time of several runs, on average of its samples
 */
record Effort(double rows, double micros) {}
