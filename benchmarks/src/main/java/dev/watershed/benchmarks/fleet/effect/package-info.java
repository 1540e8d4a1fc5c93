/**
 * Whether a run really showed what was planted in its load.
 *
 * <p>What enters: the logs of a capture, and the plan. What leaves: an {@link
 * dev.watershed.benchmarks.fleet.effect.Effect} per case of load: what was measured, and from which
 * figure on a reader would see it. What is dropped: cases that statements and tables show by
 * themselves; these are checked before a run.
 */
package dev.watershed.benchmarks.fleet.effect;
