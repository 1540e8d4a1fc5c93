/**
 * What no index can mend as a statement is written, and the way out. Enters: statements with their
 * plans of today. Leaves: {@link dev.watershed.analyzer.index.RewriteAdvice} for those that matter.
 *
 * <p>Left out: comparisons of rows, which facts do not tell from other opaque conditions.
 */
package dev.watershed.analyzer.index.rewrite;
