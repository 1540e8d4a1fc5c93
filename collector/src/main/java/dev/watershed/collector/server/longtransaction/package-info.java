/**
 * Transactions that stay open for long.
 *
 * <p>What enters: the oldest transactions at one moment. What leaves: rows of long transactions.
 * What is dropped: younger ones.
 */
package dev.watershed.collector.server.longtransaction;
