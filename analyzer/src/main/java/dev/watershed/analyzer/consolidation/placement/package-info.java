/**
 * Who owns which table and where it lives, today and after moves.
 *
 * <p>Enters: what couples services today, and moves. Leaves: placements, and what is wrong with
 * moves that name what does not exist.
 */
package dev.watershed.analyzer.consolidation.placement;
