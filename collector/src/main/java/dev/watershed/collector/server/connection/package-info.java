/**
 * The only place that connects to servers. What enters: an address, limits, and queries. What
 * leaves: a {@link dev.watershed.collector.server.ServerQueries} for the time of one sample, on one
 * connection whose server process is known; or a {@link
 * dev.watershed.collector.server.ServerException} that names the way out. Reads only: a statement
 * that writes is refused by the session.
 */
package dev.watershed.collector.server.connection;
