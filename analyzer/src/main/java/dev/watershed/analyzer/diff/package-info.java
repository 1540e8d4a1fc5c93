/**
 * What changed between two spans.
 *
 * <p>What enters: the facts of each, ranked by digest and without a limit, and how long each
 * lasted. What leaves: the digests that are new, gone, slower or faster, with the figures of both
 * sides. What is dropped: what did not change, which is counted.
 */
package dev.watershed.analyzer.diff;
