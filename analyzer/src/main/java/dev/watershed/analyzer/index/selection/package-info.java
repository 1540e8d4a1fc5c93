/**
 * Which of the candidates to take. Enters: candidates and what statements cost with them. Leaves: a
 * set of them that spares the statements more than it costs the writes, within a budget.
 */
package dev.watershed.analyzer.index.selection;
