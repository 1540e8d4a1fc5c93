/**
 * Tables of columns as plain Arrow IPC streams: one record batch, no dictionaries, no nulls.
 *
 * <p>What enters: arrays under typed columns. What leaves: the bytes of a stream, and Arrow vectors
 * over such bytes, one column at a time and, where nothing is compressed, without copying. A column
 * whose values all are its default is not written; one that a file lacks reads as its default, and
 * one that nobody asks for is passed over: that is how tables may grow columns.
 */
package dev.watershed.workload.store.column;
