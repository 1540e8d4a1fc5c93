package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.trend.OwnerChange;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;

/** Tables that another service writes than before. */
public final class OwnerChangeTable {

  private OwnerChangeTable() {}

  public static DataTable of(EarlierReview earlier, PageWords words) {
    return new DataTable(
        "changed_owners",
        words.text("changes.owners"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.link(
                "before", words.text("column.writerBefore"), ColumnKind.LINK, "service"),
            DataColumn.of("share_before", words.text("column.writesBefore"), ColumnKind.SHARE),
            DataColumn.link("now", words.text("column.writerNow"), ColumnKind.LINK, "service"),
            DataColumn.of("share_now", words.text("column.writesNow"), ColumnKind.SHARE)),
        earlier.trend().owners().stream().map(OwnerChangeTable::row).toList());
  }

  private static List<Cell> row(OwnerChange change) {
    return List.of(
        Cell.of(change.table()),
        Cell.of(change.base()),
        Cell.of(change.baseShare()),
        Cell.of(change.head()),
        Cell.of(change.headShare()));
  }
}
