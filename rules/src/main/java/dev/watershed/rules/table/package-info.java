/**
 * What rules judge, as tables that SQL can ask.
 *
 * <p>What enters: {@link dev.watershed.rules.fleet.FleetFacts}. What leaves: tables of rows, a
 * class each; docs/tables.md says their columns. What is dropped: everything that carries literals,
 * accounts or hosts; nothing of it is in the facts.
 */
package dev.watershed.rules.table;
