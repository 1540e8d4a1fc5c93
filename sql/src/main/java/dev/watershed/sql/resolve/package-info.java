/**
 * What a statement does. Enters: its text, the schema that its session uses, and the tables of a
 * catalog. Leaves: {@link dev.watershed.sql.facts.StatementFacts}, names resolved by the server's
 * rules of scope. Dropped: nothing silently; what is not understood is an issue among the facts.
 */
package dev.watershed.sql.resolve;
