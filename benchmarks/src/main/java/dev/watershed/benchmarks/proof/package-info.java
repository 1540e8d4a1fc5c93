/**
 * Holds what {@code advise} says of the simulated fleet, with all of its designers' indexes,
 * against what is planted there, and against trials on the servers.
 */
package dev.watershed.benchmarks.proof;
