/**
 * Where a statement came from, in the words that all sources share: networks of clients, tags of
 * comments.
 *
 * <p>What enters: names, addresses and texts as a source shows them. What leaves: the parts of an
 * {@link dev.watershed.workload.Origin}. What is dropped: single addresses, and every part of a
 * text but the tags that are asked for.
 */
package dev.watershed.collector.origin;
