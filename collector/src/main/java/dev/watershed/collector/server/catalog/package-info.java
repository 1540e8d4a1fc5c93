/**
 * The catalog of a running server: what its {@code information_schema} and InnoDB's own tables say.
 *
 * <p>What enters: a {@link dev.watershed.collector.server.ServerQueries}. What leaves: a {@link
 * dev.watershed.workload.catalog.Catalog}. What is dropped: literals of defaults, expressions,
 * views and bodies, bounds of partitions, comments, definers, unless literals are to be kept;
 * histograms are never asked for. What the account may not see is a gap in the catalog, and never
 * taken for something that is not there.
 *
 * <p>{@code query} asks, one class per question, and gives rows; the classes here make definitions
 * and figures of rows and know no server.
 */
package dev.watershed.collector.server.catalog;
