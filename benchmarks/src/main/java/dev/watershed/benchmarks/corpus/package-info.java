/**
 * Slow logs of any size for measurements.
 *
 * <p>What enters: a shape, a seed, a number of bytes. What leaves: a log as MySQL 8 and 9 write it,
 * without damage, the same for the same seed: 6,000 digests whose frequencies follow Zipf's law,
 * several services, accounts, hosts and schemas, latencies around a base of their digest.
 */
package dev.watershed.benchmarks.corpus;
