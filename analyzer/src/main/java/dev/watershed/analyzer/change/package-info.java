/**
 * What a statement changes, before it runs.
 *
 * <p>What enters: a statement of a migration, the catalogs before and after it, and where it
 * stands. What leaves: its changes as facts ({@link dev.watershed.analyzer.change.SchemaChanges}),
 * and how the server does each ({@link dev.watershed.analyzer.change.OnlineDdl}). What is dropped:
 * comments and options that say nothing here.
 */
package dev.watershed.analyzer.change;
