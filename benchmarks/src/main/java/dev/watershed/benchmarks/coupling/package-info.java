/**
 * How fast coupling is told of a large fleet that is made up, and whether its findings keep their
 * ids.
 */
package dev.watershed.benchmarks.coupling;
