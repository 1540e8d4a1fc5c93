/**
 * A server that is watched while it runs: the watches there are, and the thread on which they look.
 *
 * <p>What enters: a pool of connections to a server, for nothing else. What leaves: what the looks
 * saw since it was asked for the last time. What is dropped: what was seen and not asked for when
 * the process ends; the number of looks in a window says what its samples stand for.
 */
package dev.watershed.collector.server.watching;
