/**
 * Tables that a statement touches without naming them. Enters: what the statement does, by its
 * words, and the catalog of its server. Leaves: the tables behind views, those of the triggers that
 * it fires, of the foreign keys that cascade, and of the routines that it calls, each with the
 * chain that leads there, and what could not be followed. All of it is inferred: bodies are read by
 * their words, every branch counts, and whether a row is touched at all is not known.
 */
package dev.watershed.analyzer.inference;
