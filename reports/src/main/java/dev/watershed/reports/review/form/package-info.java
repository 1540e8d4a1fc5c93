/**
 * The form of the report: sections of blocks, tables of typed columns, and the one file that they
 * become.
 *
 * <p>What enters: {@link dev.watershed.reports.review.form.Section}s, whose texts are in the
 * reader's language. What leaves: one HTML file that carries its style, script and data, and a
 * policy that allows nothing else. What is dropped: nothing; the first rows of each table are
 * written as HTML, all of them as data.
 */
package dev.watershed.reports.review.form;
