/**
 * From what the store holds to what index advice reads. Enters: the workload, the catalog and the
 * observations of each server. Leaves: an {@link dev.watershed.analyzer.index.AdvisedServer} for
 * each set of data, with the load of its primary and its replicas together, and the use of its
 * indexes on all of them.
 */
package dev.watershed.analyzer.index.input;
