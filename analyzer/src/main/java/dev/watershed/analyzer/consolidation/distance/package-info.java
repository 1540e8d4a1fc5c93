/**
 * How far a fleet is from a target: who should own which table, and where it should lie.
 *
 * <p>Enters: what couples services, and a target. Leaves: tables that are not yet where they should
 * be, what would cross the target's borders, who writes what it may not, and the moves that lead
 * there; for a span or month by month. Dropped: nothing; tables that the target does not name stay
 * as they are and are counted.
 */
package dev.watershed.analyzer.consolidation.distance;
