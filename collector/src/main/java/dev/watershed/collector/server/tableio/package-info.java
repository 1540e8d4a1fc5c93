/**
 * How tables and indexes are used: one {@link dev.watershed.collector.server.Domain}.
 *
 * <p>What enters: the summaries of table I/O. What leaves: rows of table use and index use. What is
 * dropped: the server's own schemas, temporary tables, and what nobody used.
 */
package dev.watershed.collector.server.tableio;
