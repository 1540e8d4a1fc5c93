package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;

/** What each advice changes for each statement: shown on the pages of both. */
public final class AdviceEvidence {

  private AdviceEvidence() {}

  public static DataTable of(ReviewFacts facts, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      for (PlannedAdvice planned : data.advice().indexes()) {
        planned.advice().effects().forEach(effect -> rows.add(row(planned, effect, words)));
      }
    }
    return new DataTable("advice_digests", words.text("indexes.evidence"), columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("advice", words.text("column.advice"), ColumnKind.LINK, "advice"),
        DataColumn.of("index", words.text("column.index"), ColumnKind.TEXT),
        DataColumn.link("digest", words.text("column.digest"), ColumnKind.LINK, "digest"),
        DataColumn.of("load", words.text("column.timeShare"), ColumnKind.SHARE),
        DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT),
        DataColumn.of("plan_before", words.text("column.planBefore"), ColumnKind.PROSE),
        DataColumn.of("plan_after", words.text("column.planAfter"), ColumnKind.PROSE),
        DataColumn.of("rows_before", words.text("column.perCallBefore"), ColumnKind.RATIO),
        DataColumn.of("rows_after", words.text("column.perCallAfter"), ColumnKind.RATIO));
  }

  private static List<Cell> row(PlannedAdvice planned, DigestEffect effect, PageWords words) {
    IndexAdvice advice = planned.advice();
    return List.of(
        Cell.of(planned.id()),
        Cell.of(
            words.text("advice." + advice.kind().key()) + " " + IndexWords.parts(advice.index())),
        Cell.of(Fingerprints.idOf(effect.digest())),
        Cell.of(effect.loadShare()),
        Cell.of(effect.calls()),
        Cell.of(words.say(effect.saidPlanBefore())),
        Cell.of(words.say(effect.saidPlanAfter())),
        Cell.of(effect.rowsBefore()),
        Cell.of(effect.rowsAfter()));
  }
}
