/**
 * The first screen of the report: the first thing to do in each category, a class each, and how far
 * the data can be trusted.
 *
 * <p>What enters: {@link dev.watershed.reports.review.ReviewFacts}. What leaves: lines with a
 * sentence, its evidence and its gain, and an address where there is more. What is dropped:
 * everything but the first of each category.
 */
package dev.watershed.reports.review.summary;
