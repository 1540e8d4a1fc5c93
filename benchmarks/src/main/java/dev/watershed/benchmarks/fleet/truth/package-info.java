/** The truth about a run, as {@code truth.json}. */
package dev.watershed.benchmarks.fleet.truth;
