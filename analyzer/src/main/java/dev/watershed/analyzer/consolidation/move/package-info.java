/**
 * Moves: what a person, or a proposal, wants to change. They hold names; whether there is such a
 * table or service is found out where they are applied.
 */
package dev.watershed.analyzer.consolidation.move;
