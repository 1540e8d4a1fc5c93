/**
 * The nouns of a workload and the tables that hold it.
 *
 * <p>What enters: executions, one at a time ({@link dev.watershed.workload.Execution}), from the
 * reader of a source. What leaves: an immutable {@link dev.watershed.workload.Workload}. What is
 * dropped: single executions; digests, origins and schemas beyond the bounds are lumped and
 * counted. Everything merges exactly, in any order.
 */
package dev.watershed.workload;
