/**
 * How an advice is carried out. Enters: an {@link dev.watershed.analyzer.index.IndexAdvice} and
 * what is known of the table and its server. Leaves: the statements, in the form in which they
 * disturb least, and the way back.
 */
package dev.watershed.analyzer.index.ddl;
