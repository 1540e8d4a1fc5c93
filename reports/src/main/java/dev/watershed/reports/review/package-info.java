/**
 * All that is known of a span, for the report that an architecture review is held over.
 *
 * <p>What enters: facts of the analyzer and verdicts of rules. What leaves: the same, in one value.
 * What is dropped: nothing.
 */
package dev.watershed.reports.review;
