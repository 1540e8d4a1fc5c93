/**
 * How coupling changes between two spans.
 *
 * <p>Enters: what couples services in a base and in a head. Leaves: findings that are new, gone,
 * grown and shrunk, tables whose writer is another one, services and tables that appeared or
 * vanished, pairs that share more or less. Dropped: what did not change, which is counted. What one
 * side could not have shown is said to be not comparable, never new or gone.
 */
package dev.watershed.analyzer.trend;
