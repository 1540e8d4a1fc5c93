/**
 * One class per question about a server's catalog. What enters: the {@link
 * dev.watershed.collector.server.Columns} that the server has. What leaves: a {@link
 * dev.watershed.collector.server.Query} whose text asks only for these, and whose answer is a list
 * of rows, with nothing where a column is missing. What is dropped: the servers' own schemas.
 */
package dev.watershed.collector.server.catalog.query;
