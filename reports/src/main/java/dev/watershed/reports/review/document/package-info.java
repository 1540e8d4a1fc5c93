/**
 * The whole report: its sections in their order, as one HTML file or as Markdown.
 *
 * <p>What enters: {@link dev.watershed.reports.review.ReviewFacts} and the words of a language.
 * What leaves: a file that carries its style, script and data, and a policy that allows nothing
 * else. What is dropped: nothing; the first rows of each table are HTML, all of them data.
 */
package dev.watershed.reports.review.document;
