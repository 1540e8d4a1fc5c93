/**
 * Facts for machines. Enters: facts. Leaves: JSON (RFC 8259) in UTF-8, the same bytes for the same
 * facts; units in names, the unknown as {@code null}. Characters that could steer a terminal or
 * reorder a line are escaped.
 */
package dev.watershed.reports.json;
