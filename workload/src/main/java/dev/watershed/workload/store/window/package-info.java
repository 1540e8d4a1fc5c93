/**
 * A window: what one source of one server showed in one span of time, as an immutable file.
 *
 * <p>What enters: a {@link dev.watershed.workload.Workload} with a {@link
 * dev.watershed.workload.store.window.WindowHeader}. What leaves: the bytes of a file, the same
 * whatever the order of the workload's rows, and its tables again. What is dropped: nothing; texts
 * are kept elsewhere, under the hash of their content.
 */
package dev.watershed.workload.store.window;
