package dev.watershed.reports.review.form;

import java.util.List;

/**
 * What the head of a page says.
 *
 * @param title of the report
 * @param span that was looked at
 * @param counts what was looked at
 * @param footer where it comes from
 */
public record PageHead(String title, String span, List<Count> counts, String footer) {

  /**
   * How many there are of something.
   *
   * @param section that has them
   */
  public record Count(String text, String section) {}

  public PageHead {
    counts = List.copyOf(counts);
  }
}
