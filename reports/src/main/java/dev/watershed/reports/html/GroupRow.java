package dev.watershed.reports.html;

import java.util.List;
import java.util.Optional;

/**
 * A line of the ranking.
 *
 * @param name the digest's id, or the group's name
 * @param statement for a digest, its text on one line
 * @param about services, tables and the like, for the line below
 * @param cells its figures, in the order of the columns
 * @param latency its histogram as SVG
 * @param more for a digest, what can be unfolded
 */
record GroupRow(
    int rank,
    String name,
    Optional<String> statement,
    List<String> about,
    List<Cell> cells,
    String latency,
    Optional<StatementDetail> more) {

  /** A figure with the head of its column, which a narrow screen repeats. */
  record Cell(String label, String value) {}
}
