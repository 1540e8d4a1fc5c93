/**
 * Drawings of the report that are made without a script, a class each: what is drawn is a record,
 * how it is drawn a pure function to SVG. Texts are escaped, nothing else enters but numbers.
 */
package dev.watershed.reports.review.chart;
