/**
 * Takes the indexes of the fleet's designers away, lets the fleet work without them, asks {@code
 * advise} for indexes, and compares these with the designers' own on real servers: which of the
 * needed ones come back, what the optimizer uses, how many rows are examined.
 */
package dev.watershed.benchmarks.recovery;
