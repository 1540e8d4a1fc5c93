/**
 * A statement's text as a tree. Enters: the canonical fingerprint text of a statement, or a sample
 * with its literals. Leaves: the statement taken apart into what it writes and the query that says
 * which rows, parsed; or the reason why not. Dropped: comments, literals but for their types, and
 * whatever has no influence on tables, columns and conditions: frames of windows, modifiers,
 * partitions.
 *
 * <p>The library's parser knows many dialects, and MySQL's not wholly. Passes over the tokens bring
 * what it does not know into forms that it does, so that it meets the common core of SQL only:
 * names in quotes, functions with their arguments between commas, joins, conditions and orders.
 */
package dev.watershed.sql.parse;
