/**
 * What a server does: its status counters and gauges, one {@link
 * dev.watershed.collector.server.Domain}.
 *
 * <p>What enters: status variables, and the length of the history list. What leaves: rows of server
 * minutes. What is dropped: all other status variables. One that a server lacks is unknown.
 */
package dev.watershed.collector.server.status;
