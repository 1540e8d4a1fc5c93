/**
 * A person's own questions to a store, in SQL.
 *
 * <p>What enters: one SELECT, the windows of a {@link dev.watershed.workload.store.StoreSnapshot}
 * and a {@link dev.watershed.analyzer.service.ServiceMapping}. What leaves: columns and rows, in
 * the order of the query, to a {@link dev.watershed.analyzer.query.QuerySink}. What is dropped:
 * nothing; windows that are damaged are named and left out.
 *
 * <p>{@link dev.watershed.analyzer.query.ParquetExport} writes the same tables as files.
 *
 * <p>DuckDB answers. It sees tables that are read from the columns of the store while it asks for
 * them, only those that a query names, and no file, network, extension or setting besides. No
 * built-in fact depends on this package, and no command besides {@code query}, {@code export} and
 * own rules loads it.
 */
package dev.watershed.analyzer.query;
