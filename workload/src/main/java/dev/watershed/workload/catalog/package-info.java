/**
 * What a server's data dictionary says: schemas, tables, columns, indexes, constraints, views,
 * triggers, routines, events, and the figures about them.
 *
 * <p>What enters: a {@link dev.watershed.workload.catalog.Catalog}, from a dump's definitions or a
 * server's {@code information_schema}. What leaves: the same. What is dropped before it comes here:
 * literals. Defaults, expressions, bodies and view texts have {@code ?} in their place, partitions
 * have no bounds, comments are flags, unless the configuration says {@code samples: raw}. Members
 * of ENUM and SET are a part of the type and stay.
 *
 * <p>Definitions seldom change and are values of their own; {@link
 * dev.watershed.workload.catalog.TableStatistics} change all the time and are kept apart.
 */
package dev.watershed.workload.catalog;
