/**
 * What crosses the borders of owners, schemas and servers, counted exactly.
 *
 * <p>Enters: what couples services, and a placement. Leaves: rates of statements and transactions
 * that cross, and which statements these are. Dropped: tables that everybody reads, which make
 * nothing cross ({@code HubTables}).
 */
package dev.watershed.analyzer.consolidation.crossing;
