package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import java.util.ArrayList;
import java.util.List;

/**
 * Who uses which table how often: from these rows the script draws what surrounds a table or
 * service, and pages of both show them.
 */
public final class UseTable {

  /** Uses are many, and their times are there to be compared. */
  private static final int DIGITS = 2;

  private UseTable() {}

  /**
   * The table, in the order of tables, in which it packs best: the script puts what takes the most
   * time first. Calls of what no service claims are in it.
   */
  public static DataTable of(CouplingFacts facts, PageWords words) {
    CouplingInput input = facts.input();
    UseMatrix matrix = facts.matrix();
    List<List<Cell>> rows = new ArrayList<>();
    for (int table = 0; table < input.tables().size(); table++) {
      for (int cell = matrix.start(table); cell < matrix.end(table); cell++) {
        rows.add(
            List.of(
                Cell.of(PartyWords.of(input.parties(), matrix.party(cell), words)),
                Cell.of(input.tables().label(table)),
                Cell.of(matrix.reads(cell)),
                Cell.of(matrix.writes(cell)),
                Cell.of(matrix.inferredReads(cell)),
                Cell.of(matrix.inferredWrites(cell)),
                Cell.rounded(matrix.timeMicros(cell), DIGITS)));
      }
    }
    return new DataTable(
        "uses",
        words.text("uses.title"),
        List.of(
            DataColumn.link("service", words.text("column.service"), ColumnKind.LINK, "service"),
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.of("reads", words.text("column.reads"), ColumnKind.COUNT),
            DataColumn.of("writes", words.text("column.writes"), ColumnKind.COUNT),
            DataColumn.of("inferred_reads", words.text("column.inferredReads"), ColumnKind.COUNT),
            DataColumn.of("inferred_writes", words.text("column.inferredWrites"), ColumnKind.COUNT),
            DataColumn.of("time", words.text("column.time"), ColumnKind.MICROS)),
        rows);
  }
}
