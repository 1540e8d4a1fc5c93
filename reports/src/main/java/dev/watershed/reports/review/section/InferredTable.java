package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;

/** What statements may touch without naming it: by views, triggers, cascades and routines. */
public final class InferredTable {

  private InferredTable() {}

  public static DataTable of(ReviewFacts facts, PageWords words) {
    CouplingInput input = facts.fleet().coupling().input();
    List<List<Cell>> rows = new ArrayList<>();
    for (int statement = 0; statement < input.statements().size(); statement++) {
      for (int use = input.uses().start(statement); use < input.uses().end(statement); use++) {
        if (input.uses().chain(use).isPresent()) {
          rows.add(row(input, statement, use, words));
        }
      }
    }
    return new DataTable(
        "inferred",
        words.text("inferred.list"),
        List.of(
            DataColumn.link("digest", words.text("column.digest"), ColumnKind.LINK, "digest"),
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.of("use", words.text("column.use"), ColumnKind.TEXT),
            DataColumn.of("how", words.text("column.how"), ColumnKind.SENTENCE)),
        rows);
  }

  private static List<Cell> row(CouplingInput input, int statement, int use, PageWords words) {
    boolean writes = (input.uses().flags(use) & TableUses.INFERRED_WRITE) != 0;
    return List.of(
        Cell.of(Fingerprints.idOf(input.statements().get(statement).digest())),
        Cell.of(input.tables().label(input.uses().table(use))),
        Cell.of(words.text(writes ? "word.writes" : "word.reads")),
        Cell.of(input.uses().chain(use).map(words::say)));
  }
}
