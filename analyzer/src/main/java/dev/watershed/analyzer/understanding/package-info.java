/**
 * What the statements of a server do to its tables. Enters: texts and figures of a workload, and
 * the catalog of its server. Leaves: {@link dev.watershed.analyzer.index.WeightedStatement}s, and
 * how much of the load was understood. Dropped: nothing; what could not be read is counted.
 */
package dev.watershed.analyzer.understanding;
