package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.trend.FindingChange;
import dev.watershed.analyzer.trend.TrendKind;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How findings about coupling differ from those of the earlier span. */
public final class FindingChanges {

  private FindingChanges() {}

  /**
   * The table of findings with how each changed.
   *
   * @param table whose first column is the id of a finding
   */
  public static DataTable of(ReviewFacts facts, DataTable table, PageWords words) {
    if (facts.earlier().isEmpty()) {
      return table;
    }
    EarlierReview earlier = facts.earlier().get();
    Map<String, FindingChange> changes = new HashMap<>();
    earlier.trend().findings().forEach(each -> changes.put(each.finding().id(), each));
    Map<String, Finding> then = new HashMap<>();
    earlier.fleet().coupling().findings().forEach(each -> then.put(each.id(), each));
    return table.with(
        List.of(
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.of("calls_before", words.text("column.callsBefore"), ColumnKind.RATE)
                .hidden(),
            DataColumn.of("why_not", words.text("column.whyUndecided"), ColumnKind.PROSE).hidden()),
        row -> {
          String id = CellKey.of(row);
          Optional<FindingChange> change = Optional.ofNullable(changes.get(id));
          return List.of(
              Cell.of(
                  change
                      .map(each -> word(each.kind(), words))
                      .orElseGet(() -> ChangeWord.SAME.text(words))),
              Optional.ofNullable(then.get(id))
                  .map(each -> Cell.of(each.callsPerSecond()))
                  .orElseGet(Cell::unknown),
              Cell.of(
                  change
                      .map(FindingChange::saidReason)
                      .map(words::say)
                      .filter(reason -> !reason.isEmpty())));
        });
  }

  /** Findings that only the earlier span shows. */
  public static DataTable gone(EarlierReview earlier, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (FindingChange change : earlier.trend().findings()) {
      if (change.head().isEmpty()) {
        Finding finding = change.finding();
        rows.add(
            List.of(
                Cell.of(words.text("finding." + finding.kind().key())),
                Cell.of(words.say(finding.said())),
                Cell.of(PartyWords.of(finding.services(), words)),
                Cell.of(word(change.kind(), words)),
                Cell.of(finding.callsPerSecond()),
                Cell.of(
                    Optional.of(words.say(change.saidReason()))
                        .filter(reason -> !reason.isEmpty()))));
      }
    }
    return new DataTable(
        "gone_findings",
        words.text("changes.findings"),
        List.of(
            DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT),
            DataColumn.of("finding", words.text("column.finding"), ColumnKind.PROSE),
            DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.of("calls_before", words.text("column.callsBefore"), ColumnKind.RATE),
            DataColumn.of("why_not", words.text("column.whyUndecided"), ColumnKind.PROSE)),
        rows);
  }

  static String word(TrendKind kind, PageWords words) {
    return switch (kind) {
      case NEW -> ChangeWord.NEW.text(words);
      case GONE -> ChangeWord.GONE.text(words);
      case GROWN -> ChangeWord.MORE.text(words);
      case SHRUNK -> ChangeWord.LESS.text(words);
      case NOT_COMPARABLE -> ChangeWord.UNDECIDED.text(words);
    };
  }
}
