/**
 * What the report says of coupling. Enters: who uses which table, findings, clusters. Leaves:
 * matrices and tables of the report. Dropped: what may be drawn only up to a bound; tables have
 * all.
 */
package dev.watershed.reports.review.coupling;
