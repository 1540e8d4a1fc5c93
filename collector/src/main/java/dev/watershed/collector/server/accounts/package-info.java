/**
 * What the accounts of a server execute: one {@link dev.watershed.collector.server.Domain}.
 *
 * <p>What enters: counters per account and kind of statement. What leaves: rows of account use, a
 * check of what samples attribute. What is dropped: single clients, which count by their network.
 */
package dev.watershed.collector.server.accounts;
