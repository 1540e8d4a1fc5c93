package dev.watershed.reports.html;

import java.util.List;

/**
 * Everything that the page shows, as text made harmless and as SVG made here.
 *
 * @param policy the content-security policy
 * @param style the style sheet whose hash the policy names
 */
record PageModel(
    String policy,
    String style,
    String title,
    String span,
    String source,
    List<Tile> tiles,
    LoadSection load,
    List<ServiceRow> services,
    String servicesNote,
    String rankingTitle,
    String rankingCaption,
    String groupHead,
    List<GroupRow> groups,
    QualitySection quality) {

  /**
   * The load over time.
   *
   * @param chart SVG; empty where there is only one point
   * @param labels the times below it
   */
  record LoadSection(String note, String chart, String highest, List<String> labels) {}

  /** What the figures do not show. */
  record QualitySection(
      List<String> notes,
      List<String> failed,
      List<List<String>> issues,
      List<List<String>> files) {}
}
