/**
 * The report that an architecture review is held over.
 *
 * <p>What enters: {@link dev.watershed.reports.review.ReviewFacts}, all that is known of a span.
 * What leaves: one self-contained HTML file. What is dropped: nothing that a figure rests on; what
 * is not known is said where it would stand.
 */
package dev.watershed.reports.review;
