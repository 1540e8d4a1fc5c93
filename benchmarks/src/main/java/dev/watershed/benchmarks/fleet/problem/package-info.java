/**
 * What is planted: the cases of {@code cases.txt}, the statements that show them, and per kind a
 * check that the plan really holds it.
 */
package dev.watershed.benchmarks.fleet.problem;
