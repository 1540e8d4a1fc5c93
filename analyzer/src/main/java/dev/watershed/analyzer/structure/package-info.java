/**
 * Which tables belong together in practice, and what crosses between those that do not.
 *
 * <p>Enters: who touches which tables, their owners, and the catalogs. Leaves: clusters of tables
 * with the services that use them, each with a name and its stability; hubs set apart; seams, the
 * pairs of clusters that anything crosses; tables that practice puts with those of another owner.
 * Dropped: tables without traffic. Clusters flicker as load changes: they guide a person, and
 * nothing may gate on them.
 */
package dev.watershed.analyzer.structure;
