/**
 * A person's own questions to a store, in SQL.
 *
 * <p>What enters: one SELECT, the windows of a {@link dev.watershed.workload.store.StoreSnapshot}
 * and a {@link dev.watershed.analyzer.service.ServiceMapping}. What leaves: columns and rows, in
 * the order of the query, to a {@link dev.watershed.analyzer.query.QuerySink}. What is dropped:
 * nothing; windows that are damaged are named and left out.
 *
 * <p>DuckDB answers. It sees tables that are read from the columns of the store while it asks for
 * them, only those that a query names, and no file, network, extension or setting besides. No
 * built-in fact depends on this package, and no other command loads it.
 */
package dev.watershed.analyzer.query;
