/**
 * The texts that windows refer to, each once, under the hash of its content.
 *
 * <p>What enters: texts. What leaves: their ids, and the texts again. They are kept in segments of
 * many texts, because a file for each would be thousands; a segment never changes, and its name is
 * the hash of what is in it. What is dropped: when the store is compacted, texts that no window
 * refers to.
 */
package dev.watershed.workload.store.text;
