/**
 * Facts as HTML and text for people and as JSON for machines. Enters: facts. Leaves: characters,
 * every foreign one escaped. Dropped: what the caller's limit leaves out.
 *
 * <p>This package holds what several of them share: units, dates, notes, and how texts of strangers
 * are made harmless.
 */
package dev.watershed.reports;
