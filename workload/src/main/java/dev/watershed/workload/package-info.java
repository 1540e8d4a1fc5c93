/**
 * The nouns of a workload: immutable records that validate themselves. Enters: what a source
 * showed. Leaves: the same, merged and bounded. Dropped: nothing without a count.
 */
package dev.watershed.workload;
