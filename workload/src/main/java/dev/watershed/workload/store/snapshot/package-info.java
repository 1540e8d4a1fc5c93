/**
 * A snapshot: what a continuous integration needs of a store, as one file that holds no samples, no
 * time series, no accounts and no hosts.
 *
 * <p>What enters: for each server one reduced workload with its observations and its catalog, made
 * by the analyzer; and what is known of the statements. What leaves: a file of checked sections
 * ({@link dev.watershed.workload.store.container}), and from it files as a store has them, so that
 * whoever reads a store reads a snapshot. What is dropped: the times of windows; there is one for
 * each server, which spans all.
 *
 * <pre>
 *   snapshot                         a row: format, id, made at, of which span, by which version
 *   servers, services                their names
 *   store.json                       as in a store
 *   windows/SERVER/…-span-SOURCE-1.window, windows/SERVER/…-catalog-1.window
 *   texts/HASH.texts, catalog/HASH.catalog, cache/….facts
 *   verdicts/last.verdicts           keys of what was violated; absent where nothing was judged before
 * </pre>
 */
package dev.watershed.workload.store.snapshot;
