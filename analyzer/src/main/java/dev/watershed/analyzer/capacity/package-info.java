/**
 * What servers have and use, and which sets of data one server could hold: Curino and others,
 * "Workload-aware database monitoring and consolidation" (Kairos, SIGMOD 2011).
 */
package dev.watershed.analyzer.capacity;
