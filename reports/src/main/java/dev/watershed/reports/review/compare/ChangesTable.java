package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.diff.DigestChange;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;

/**
 * The statements that changed, those that moved the most time first; none that one of the spans may
 * have missed.
 */
public final class ChangesTable {

  private ChangesTable() {}

  public static DataTable of(SpanDiff changes, EarlierReview earlier, PageWords words) {
    return new DataTable(
        "changes",
        words.text("changes.list"),
        List.of(
            DataColumn.of("digest", words.text("column.digest"), ColumnKind.CODE).hidden(),
            new DataColumn(
                "statement", words.text("column.statement"), ColumnKind.CODE, "digest", true),
            DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
            DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
            DataColumn.of("day_before", words.text("column.dayBefore"), ColumnKind.MICROS),
            DataColumn.of("day_now", words.text("column.dayNow"), ColumnKind.MICROS),
            DataColumn.of("mean_before", words.text("column.meanBefore"), ColumnKind.MICROS),
            DataColumn.of("mean_now", words.text("column.meanNow"), ColumnKind.MICROS),
            DataColumn.of("p95_before", words.text("column.p95Before"), ColumnKind.MICROS),
            DataColumn.of("p95_now", words.text("column.p95Now"), ColumnKind.MICROS),
            DataColumn.link("page", words.text("column.digest"), ColumnKind.LINK, "digest")
                .hidden()),
        changes.changes().stream()
            .filter(change -> DigestWord.told(change, earlier))
            .map(change -> row(change, words))
            .toList());
  }

  private static List<Cell> row(DigestChange change, PageWords words) {
    String digest = Fingerprints.idOf(change.digest().digest());
    return List.of(
        Cell.of(digest),
        Cell.of(change.digest().fingerprint()),
        Cell.of(words.text("change." + change.kind().key())),
        Cell.of(change.services()),
        Cell.of(change.base().microsPerDay()),
        Cell.of(change.head().microsPerDay()),
        Cell.of(change.base().microsPerCall()),
        Cell.of(change.head().microsPerCall()),
        Cell.of(change.base().p95Micros()),
        Cell.of(change.head().p95Micros()),
        Cell.of(digest));
  }
}
