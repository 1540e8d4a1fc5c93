/**
 * What a statement asks of each table, for the choice of access paths. Enters: {@link
 * dev.watershed.sql.facts.StatementFacts} and the tables. Leaves: per block and table the
 * comparisons that can find a place in an index, what joins what, the order that is asked for and
 * the columns that are needed. What is dropped: whatever no index can serve; it stays as the share
 * of rows that it is taken to let through.
 */
package dev.watershed.analyzer.index.shape;
