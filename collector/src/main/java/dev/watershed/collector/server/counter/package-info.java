/**
 * Cumulative counters per key, and what was added to them between two looks.
 *
 * <p>What enters: the counters of one server process at two moments. What leaves: differences. What
 * is dropped: what was counted between the earlier look and a reset in between, which nobody can
 * tell; that there was one is said.
 */
package dev.watershed.collector.server.counter;
