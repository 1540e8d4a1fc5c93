/**
 * What the report is made of: sections of blocks, tables of typed columns, texts in the reader's
 * language.
 *
 * <p>What enters: what sections say. What leaves: values that a template and a script can write.
 * What is dropped: nothing; foreign texts are made visible.
 */
package dev.watershed.reports.review.form;
