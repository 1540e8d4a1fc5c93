/**
 * What of the servers a span of a store shows.
 *
 * <p>What enters: windows. What leaves: per server and source what was logged, from when until
 * when, and what may be missing. What is dropped: how the windows were cut, so that the same
 * statements give the same facts, collected in pieces, at once or compacted.
 */
package dev.watershed.analyzer.coverage;
