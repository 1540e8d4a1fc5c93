package dev.watershed.reports.html;

import dev.watershed.reports.ObservedSections;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the page shows, as text made harmless and as SVG made here.
 *
 * @param policy the content-security policy
 * @param style the style sheet whose hash the policy names
 * @param store what a store shows beyond that; empty where logs were read
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
    Optional<StoreSection> store,
    QualitySection quality) {

  /**
   * The load over time.
   *
   * @param chart SVG; empty where there is only one point
   * @param labels the times below it
   */
  record LoadSection(String note, String chart, String highest, List<String> labels) {}

  /**
   * What only a store knows.
   *
   * @param transactions a row per set of statements that ran together: its id, how often, how often
   *     rolled back, time open in all and each, digests, services
   * @param servers a row per server and source: names, events, span, threshold, what is missing
   * @param estimate what the load by service rests on, where it is an estimate
   * @param observed what servers showed besides statements
   */
  record StoreSection(
      String transactionsNote,
      List<List<String>> transactions,
      List<List<String>> servers,
      List<String> estimate,
      List<ObservedSections.Section> observed) {}

  /** What the figures do not show. */
  record QualitySection(
      List<String> notes,
      List<String> failed,
      List<List<String>> issues,
      List<List<String>> files) {}
}
