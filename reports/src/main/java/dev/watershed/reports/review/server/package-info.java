/**
 * What the report says of servers: their load over the time, room, loud services and waits for
 * locks.
 *
 * <p>What enters: {@link dev.watershed.analyzer.neighbour.FleetUse} and what was observed. What
 * leaves: a chart and tables. What is dropped: nothing.
 */
package dev.watershed.reports.review.server;
