/** The sections of the report, a class each: facts to blocks in the reader's language. */
package dev.watershed.reports.review.section;
