/**
 * What a statement does, as records that no parser's types reach: the blocks it consists of, the
 * rows each of them joins, the conditions on their columns, the order it asks for and what it
 * writes. Names are resolved to the tables of a catalog as far as it knows them. What could not be
 * understood is said in {@link dev.watershed.sql.facts.StatementFacts#issues()}, and never guessed.
 */
package dev.watershed.sql.facts;
