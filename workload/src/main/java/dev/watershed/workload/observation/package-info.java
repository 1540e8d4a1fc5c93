/**
 * What live servers show besides statements: how tables and indexes are used, who waits for whom,
 * what the server is and does, and the samples by which statements are attributed to origins.
 *
 * <p>What enters: keys and figures, from a collector. What leaves: immutable {@link
 * dev.watershed.workload.observation.Observations}. What is dropped: keys beyond the bounds are
 * lumped, their figures stay in the sum. Everything merges exactly, in any order.
 */
package dev.watershed.workload.observation;
