/**
 * Which statements run, and whose they are.
 *
 * <p>What enters: the sessions of a server at one moment. What leaves: digests, origins, and the
 * samples by which time is attributed to origins. What is dropped: every text but its fingerprint
 * and the tags of its comments; literals stay in this process for the time of a look.
 */
package dev.watershed.collector.server.running;
