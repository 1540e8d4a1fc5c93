package dev.watershed.reports.html;

import java.util.List;
import java.util.Optional;

/**
 * What can be unfolded below a statement.
 *
 * @param lines the statement with a line per clause
 * @param sample a real statement
 * @param figures further figures, names and values
 */
record StatementDetail(List<String> lines, Optional<String> sample, List<Tile> figures) {

  String text() {
    return String.join("\n", lines);
  }
}
