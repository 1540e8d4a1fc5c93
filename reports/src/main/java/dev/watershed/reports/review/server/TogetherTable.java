package dev.watershed.reports.review.server;

import dev.watershed.analyzer.capacity.Together;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.List;

/** Whether one of two servers could hold the data of both. */
public final class TogetherTable {

  private TogetherTable() {}

  public static DataTable of(FleetUse use, PageWords words) {
    return new DataTable(
        "together",
        words.text("servers.together"),
        List.of(
            DataColumn.link("stays", words.text("column.stays"), ColumnKind.LINK, "server"),
            DataColumn.link("moves", words.text("column.moves"), ColumnKind.LINK, "server"),
            DataColumn.of("fits", words.text("column.verdict"), ColumnKind.TEXT),
            DataColumn.of("reasons", words.text("column.reasons"), ColumnKind.SENTENCE)),
        use.together().stream().map(each -> row(each, words)).toList());
  }

  private static List<Cell> row(Together together, PageWords words) {
    List<Saying> reasons = new ArrayList<>(together.saidTooMuch());
    reasons.addAll(together.saidUnknown());
    reasons.addAll(together.saidUnchecked());
    return List.of(
        Cell.of(together.stays().server()),
        Cell.of(together.moves().server()),
        Cell.of(
            words.text(
                together.fits().map(fits -> fits ? "word.yes" : "word.no").orElse("word.unknown"))),
        Cell.of(words.sentence(Saying.joined(Joint.SEMICOLON, reasons))));
  }
}
