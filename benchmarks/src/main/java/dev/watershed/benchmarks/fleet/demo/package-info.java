/**
 * A small marketplace for leisure bookings that really runs, to make the capture under {@code
 * examples/marketplace}.
 *
 * <p>What enters: a MySQL 9.7 server. What leaves: its slow log of some minutes, in which eight
 * services and a nightly batch did their work: searches, bookings, payments, coupons. Planted in
 * it: a hot full scan, a deep OFFSET, N+1 selects, lock waits, a sale, an account that nobody owns.
 * All names and texts are made up of fixed words.
 */
package dev.watershed.benchmarks.fleet.demo;
