/**
 * What one could do: proposals of moves, each with why, what speaks against it, and the statements
 * that prove it.
 *
 * <p>Enters: what couples services, catalogs, what servers counted of tables. Leaves: proposals by
 * kind, one class for each. Dropped: what gains too little, by the bounds that each class names.
 */
package dev.watershed.analyzer.consolidation.proposal;
