package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageTimes;
import dev.watershed.reports.review.form.PageWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each source of each server showed of the earlier span, beside what it shows now. */
public final class CoverageChanges {

  private record Source(String server, String source) {}

  private CoverageChanges() {}

  /**
   * The table of sources with what each showed before.
   *
   * @param table whose first two columns are a server and a source
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    EarlierReview earlier = facts.earlier().get();
    Map<Source, ServerCoverage> then = new HashMap<>();
    earlier
        .span()
        .coverage()
        .servers()
        .forEach(each -> then.put(key(Cell.of(each.server()), Cell.of(each.source())), each));
    return table.with(
        List.of(
            DataColumn.of("seen_before", words.text("column.seenBefore"), ColumnKind.PROSE),
            DataColumn.of("calls_before", words.text("column.callsThen"), ColumnKind.COUNT),
            DataColumn.of("silent_before", words.text("column.silentBefore"), ColumnKind.COUNT)),
        row -> cells(Optional.ofNullable(then.get(key(row.get(0), row.get(1)))), words));
  }

  private static Source key(Cell server, Cell source) {
    List<Cell> row = List.of(server, source);
    return new Source(CellKey.of(row), CellKey.of(row, 1));
  }

  private static List<Cell> cells(Optional<ServerCoverage> then, PageWords words) {
    return List.of(
        Cell.of(
            then.flatMap(
                each ->
                    each.firstSeen()
                        .flatMap(
                            first ->
                                each.lastSeen().map(last -> PageTimes.span(first, last, words))))),
        then.map(each -> Cell.of(each.calls())).orElseGet(Cell::unknown),
        then.map(each -> Cell.of(each.silentHours())).orElseGet(Cell::unknown));
  }
}
