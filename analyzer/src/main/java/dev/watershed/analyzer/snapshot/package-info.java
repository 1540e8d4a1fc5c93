/**
 * The content of a snapshot. Enters: what a store shows of each server, and whose origins are.
 * Leaves: the same without anything that names an account, a host or a value: origins become
 * services and modules, minutes and samples are gone, definitions are without literals, of what
 * servers say of themselves what identifies them is left out.
 */
package dev.watershed.analyzer.snapshot;
