/**
 * Kind and tables of a statement by its words. Enters: the canonical fingerprint text of a
 * statement, whole or cut. Leaves: its {@link dev.watershed.sql.StatementKind} and the tables it
 * reads and writes. Dropped: aliases, common table expressions, columns and everything else. Never
 * fails, knows no catalog: a view, a temporary table and a table look alike, and a name without its
 * schema stays without.
 */
package dev.watershed.sql.lexical;
