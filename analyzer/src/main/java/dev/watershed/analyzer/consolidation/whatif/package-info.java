/**
 * What moves would change: what goes along, what crosses before and after, what has to be changed
 * in services, what stands in the way.
 *
 * <p>Enters: what couples services, catalogs, and moves. Leaves: an outcome with a step for each
 * move, each judged after the ones before it. Dropped: nothing.
 */
package dev.watershed.analyzer.consolidation.whatif;
