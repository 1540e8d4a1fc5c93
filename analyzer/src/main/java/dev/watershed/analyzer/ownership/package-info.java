/**
 * Who owns which table.
 *
 * <p>Enters: who touches which tables, and the patterns of {@code owns} and {@code reads} of the
 * configuration, and what other files of teams claim. Leaves: an owner for each table, declared or
 * else proposed by who writes it, with how sure that is; where practice disagrees with what is
 * declared; a draft of {@code owns}. Dropped: nothing; a table of which nobody is known to be the
 * owner is said to be unknown.
 */
package dev.watershed.analyzer.ownership;
