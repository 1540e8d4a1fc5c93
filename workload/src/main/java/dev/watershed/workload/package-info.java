/**
 * The nouns of a workload and the tables that hold it.
 *
 * <p>What enters: executions, one at a time ({@link dev.watershed.workload.Execution}), from the
 * reader of a source. What leaves: an immutable {@link dev.watershed.workload.Workload}. What is
 * dropped: single executions; names beyond the bounds, and their combinations, are lumped and
 * counted. Everything merges exactly, in any order.
 */
package dev.watershed.workload;
