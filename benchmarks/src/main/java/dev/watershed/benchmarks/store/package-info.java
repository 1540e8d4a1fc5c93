/**
 * Large stores, and how fast they answer.
 *
 * <p>{@link dev.watershed.benchmarks.store.StoreMain} makes a store of so many rows, puts the same
 * rows into a DuckDB database, and asks both the same questions in the same run; it compares the
 * answers before it believes a time.
 */
package dev.watershed.benchmarks.store;
