package dev.watershed.reports.review.form;

/**
 * What the head of a page says.
 *
 * @param title of the report
 * @param span that was looked at
 * @param source what was looked at, in figures
 * @param footer where it comes from
 */
public record PageHead(String title, String span, String source, String footer) {}
