/**
 * A disposable server on which indexes are tried: the one place of Watershed that changes a server.
 * Enters: its address, indexes, SELECTs. Leaves: what the optimizer says and what the runs read,
 * with an index and without it. What was built is dropped again. Values that are drawn from its
 * tables stay in memory.
 */
package dev.watershed.collector.trial;
