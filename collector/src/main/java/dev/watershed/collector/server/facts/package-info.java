/**
 * What a server says of itself: one {@link dev.watershed.collector.server.Domain}.
 *
 * <p>What enters: its identity, the variables that matter, where it replicates from. What leaves:
 * rows of server facts. What is dropped: all other variables.
 */
package dev.watershed.collector.server.facts;
