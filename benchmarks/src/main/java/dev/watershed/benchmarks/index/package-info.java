/**
 * How well and how fast indexes are chosen, on one workload with one cost model: the advisor's own
 * selection beside two from the literature.
 */
package dev.watershed.benchmarks.index;
