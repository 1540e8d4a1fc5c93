/**
 * What would change if services, schemas or servers were merged, cut or retired.
 *
 * <p>Enters: what couples services, and moves, a person's or proposed ones. Leaves: for each move
 * what it takes along, what crosses owners, schemas and servers before and after it, and what
 * stands in its way. Dropped: nothing. What is not known, such as statements that were never seen,
 * is said beside it.
 */
package dev.watershed.analyzer.consolidation;
