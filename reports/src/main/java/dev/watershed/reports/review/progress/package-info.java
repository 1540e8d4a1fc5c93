/**
 * What the report says of decisions. Enters: the ledger beside what a span shows. Leaves: tables of
 * the report. Dropped: nothing.
 */
package dev.watershed.reports.review.progress;
