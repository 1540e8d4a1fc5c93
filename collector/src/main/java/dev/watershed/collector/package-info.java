/**
 * Reads sources. Enters: slow logs. Leaves: a workload, with every problem counted and located.
 * Dropped: literals, unless they were asked for.
 */
package dev.watershed.collector;
