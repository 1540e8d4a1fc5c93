/**
 * Facts as bytes, for a cache that may be thrown away at any time. Enters: {@link
 * dev.watershed.sql.facts.StatementFacts} under their {@link
 * dev.watershed.sql.facts.binary.FactsKey}s. Leaves: a file's bytes, and from them equal facts.
 * Dropped: whatever is damaged, cut or of another {@link
 * dev.watershed.sql.facts.binary.FactsOrigin}, as a whole. Names stand in a file once.
 *
 * <p>No format for keeping: another version of Watershed need not read it.
 */
package dev.watershed.sql.facts.binary;
