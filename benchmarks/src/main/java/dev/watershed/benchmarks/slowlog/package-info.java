/**
 * How fast slow logs are read, and whether what is measured is right.
 *
 * <p>What enters: corpora. What leaves: megabytes and events per second of reading, fingerprint and
 * aggregation together, and their ratio to a scan for newlines of the same bytes in the same run. A
 * gate proves first that the result equals that of the slow reader.
 */
package dev.watershed.benchmarks.slowlog;
