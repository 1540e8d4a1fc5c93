/**
 * Answers as comma-separated values (RFC 4180) in UTF-8. Enters: rows. Leaves: a line with the
 * names, then a line per row; nothing where a value is unknown.
 */
package dev.watershed.reports.csv;
