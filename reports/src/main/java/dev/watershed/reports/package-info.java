/**
 * Facts as HTML and text for people and as JSON for machines. Enters: facts. Leaves: characters,
 * every foreign one escaped. Dropped: what the caller's limit leaves out.
 */
package dev.watershed.reports;
