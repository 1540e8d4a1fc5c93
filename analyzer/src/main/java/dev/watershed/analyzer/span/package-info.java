/**
 * What a span of a store's windows cost, digest by digest, straight from the columns.
 *
 * <p>What enters: the windows of a {@link dev.watershed.workload.store.StoreSnapshot}. What leaves:
 * sums per digest, and the {@link dev.watershed.analyzer.ranking.Figures} that a {@link
 * dev.watershed.analyzer.ranking.Ranker} would find for the merged workload. What is dropped:
 * schemas and origins, which a question about digests does not need; for all else there is {@link
 * dev.watershed.workload.store.StoreSnapshot#merge}.
 */
package dev.watershed.analyzer.span;
