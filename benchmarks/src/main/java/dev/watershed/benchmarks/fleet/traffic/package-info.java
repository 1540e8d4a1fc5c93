/**
 * The clients: when each does what, over which connection, and what it counted of it. What enters:
 * the services. What leaves: statements to servers, and {@code TrafficCounts}.
 */
package dev.watershed.benchmarks.fleet.traffic;
