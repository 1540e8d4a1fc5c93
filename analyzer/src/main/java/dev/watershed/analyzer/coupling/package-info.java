/**
 * How services are coupled by the tables that they share.
 *
 * <p>Enters: who touches which tables, and who owns them. Leaves: findings, each with an id that
 * depends on its kind and the names in it alone, the digests that prove it, and what was inferred;
 * measures of services and of pairs of them. Dropped: nothing; what rests on a proposed owner, on
 * estimates or on inference says so.
 */
package dev.watershed.analyzer.coupling;
