/**
 * The memory of a fleet: windows that are never lost and never counted twice.
 *
 * <p>What enters: a {@link dev.watershed.workload.Workload} per server, source and slot of 15
 * minutes, from one writer at a time ({@link dev.watershed.workload.store.StoreWriter}). What
 * leaves: the windows of a span, each counted once, and the workload they make together ({@link
 * dev.watershed.workload.store.StoreSnapshot}). What is dropped: windows beyond the age that the
 * configuration says, and the texts that nothing refers to. What cannot be read is named and left
 * out; the rest counts.
 *
 * <pre>
 *   store.json                       the version of the layout
 *   lock                             who writes
 *   windows/SERVER/TIME-LEVEL-SOURCE-SEQUENCE.window
 *   texts/HASH.texts
 * </pre>
 */
package dev.watershed.workload.store;
