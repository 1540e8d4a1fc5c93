package dev.watershed.reports.review.form;

import java.util.List;

/**
 * What the template of a page writes.
 *
 * @param policy the content-security policy
 * @param style whose hash the policy names
 * @param script whose hash the policy names
 * @param data as printable bytes
 */
public record PageContent(
    String policy,
    String style,
    String script,
    String data,
    PageHead head,
    List<Section> sections,
    PageWords words) {

  public PageContent {
    sections = List.copyOf(sections);
  }
}
