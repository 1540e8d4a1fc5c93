package dev.watershed.reports.review.form;

import java.util.List;
import java.util.Objects;

/**
 * What the template of a page writes.
 *
 * @param policy the content-security policy
 * @param style whose hash the policy names
 * @param script whose hash the policy names
 * @param data as printable bytes
 * @param pages what links may lead to
 */
public record PageContent(
    String policy,
    String style,
    String script,
    String data,
    PageHead head,
    List<Section> sections,
    Pages pages,
    PageWords words) {

  public PageContent {
    sections = List.copyOf(sections);
    Objects.requireNonNull(pages, "pages");
  }
}
