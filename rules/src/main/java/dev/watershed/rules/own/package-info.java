/**
 * Rules that a team writes itself, as queries that return violations.
 *
 * <p>What enters: a definition, and the facts as {@link dev.watershed.rules.table.FactTables}. What
 * leaves: a verdict as of any other rule. A query that is wrong is misconfigured, one that takes
 * too much is inconclusive; the other rules judge all the same.
 */
package dev.watershed.rules.own;
