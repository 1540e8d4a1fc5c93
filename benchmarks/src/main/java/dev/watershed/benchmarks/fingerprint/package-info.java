/**
 * How fast fingerprints are. Enters: statements made here, the same for the same seed. Leaves: JMH
 * figures in megabytes per second.
 */
package dev.watershed.benchmarks.fingerprint;
