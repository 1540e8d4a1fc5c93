/**
 * Statements by digest: {@code events_statements_summary_by_digest} and the histograms beside it.
 *
 * <p>What enters: the server's counters, cumulative since it began or somebody reset them. What
 * leaves: what each statement of Watershed's own fingerprints cost between two samples. Differences
 * are taken per schema and server digest, before the rows of one fingerprint are added. What is
 * dropped: Watershed's own statements, counted as an issue. What the server lumped, hid or forgot
 * is counted, too.
 *
 * <p>The table has no accounts: every row is of an unknown origin. Times are of the server's timer
 * in picoseconds; a difference of two counters, each rounded down to microseconds, loses nothing
 * over time. The extremes that the table holds are those since the last reset: they are taken where
 * the difference proves that they are of the span, otherwise the bounds of the outermost buckets
 * that grew stand for them. Squares of times come from the middles of the buckets.
 *
 * <p>Source: MySQL Reference Manual, "Statement Summary Tables" and "Statement Histogram Summary
 * Tables"; MariaDB knowledge base, "Performance Schema events_statements_summary_by_digest Table".
 */
package dev.watershed.collector.server.statements;
