package dev.watershed.reports.text;

import dev.watershed.analyzer.ranking.GroupFacts;
import java.util.function.Function;

/**
 * A column of a ranking.
 *
 * @param header its head
 * @param rightAligned figures are, names are not
 * @param dropRank in a narrow terminal the column with the highest one goes first; 0 stays
 * @param cell its text for a group
 */
record Column(
    String header, boolean rightAligned, int dropRank, Function<GroupFacts, String> cell) {

  static Column figure(String header, int dropRank, Function<GroupFacts, String> cell) {
    return new Column(header, true, dropRank, cell);
  }

  static Column name(String header, int dropRank, Function<GroupFacts, String> cell) {
    return new Column(header, false, dropRank, cell);
  }
}
