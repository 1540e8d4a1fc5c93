/**
 * Looks at a running server again and again, between two samples of its counters: a few bounded
 * queries, once in each interval, at a moment chosen by chance.
 *
 * <p>What enters: the sessions of one server, and what is watched ({@link
 * dev.watershed.collector.server.rounds.Watch}). What leaves: observations with the number of looks
 * behind them, and the texts of the statements they name. What is dropped: rows beyond the bound of
 * a look, which is said. Looks that take long become rarer.
 */
package dev.watershed.collector.server.rounds;
