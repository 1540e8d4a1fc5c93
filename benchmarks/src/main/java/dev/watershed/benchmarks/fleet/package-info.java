/**
 * The simulated fleet: an online marketplace for leisure bookings on real servers.
 *
 * <p>What enters: a seed. What leaves: the slow logs of servers on which 40 services did their work
 * with 2,100 tables, dumps of the schemas, a configuration that says who is who, and the truth:
 * what is planted where, and what every service really sent. Nothing in it analyses anything.
 * Rooms: {@code schema} (tables), {@code data} (rows), {@code service} (who does what), {@code
 * problem} (what is planted, and how one tells that it is), {@code plan} (all of these), {@code
 * server}, {@code traffic} (clients), {@code truth} and {@code config} (what is written beside the
 * logs), {@code month} (a month made of a capture), {@code effect} (what a run showed of what is
 * planted in its load), {@code example} (a capture as the example of the repository).
 */
package dev.watershed.benchmarks.fleet;
