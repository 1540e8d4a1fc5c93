/**
 * Which indexes to add, to change and to drop. Enters: what one server holds, with its statistics,
 * and what runs there, as {@link dev.watershed.sql.facts.StatementFacts} with their weights.
 * Leaves: {@link dev.watershed.analyzer.index.IndexAdvice} with the statements that prove it, and
 * {@link dev.watershed.analyzer.index.RewriteAdvice} for what no index can mend. Figures before and
 * after are those of a cost model; how many calls there are, and how many rows they examine today,
 * is measured.
 */
package dev.watershed.analyzer.index;
