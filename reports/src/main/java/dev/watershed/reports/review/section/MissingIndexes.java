package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table of indexes to add, to extend or to make visible; the most gain first. */
final class MissingIndexes {

  private record Row(double share, List<Cell> cells) {}

  private MissingIndexes() {}

  static DataTable of(ReviewFacts facts, ReviewNames names, PageWords words) {
    List<Row> rows = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      data.advice().indexes().stream()
          .filter(planned -> !planned.advice().kind().isDrop())
          .map(planned -> row(data.advice(), planned, names, words))
          .forEach(rows::add);
    }
    rows.sort(Comparator.comparingDouble(Row::share).reversed());
    return new DataTable(
        "missing_indexes",
        words.text("indexes.missing"),
        "advice",
        columns(words),
        rows.stream().map(Row::cells).toList());
  }

  private static List<DataColumn> columns(PageWords words) {
    List<DataColumn> columns = new ArrayList<>(AdviceColumns.first(words));
    columns.add(
        DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"));
    columns.add(DataColumn.of("load", words.text("column.loadHelped"), ColumnKind.SHARE));
    columns.add(
        DataColumn.of("rows_before", words.text("column.examinedBefore"), ColumnKind.COUNT));
    columns.add(DataColumn.of("rows_after", words.text("column.examinedAfter"), ColumnKind.COUNT));
    columns.add(DataColumn.of("bytes", words.text("column.bytes"), ColumnKind.BYTES));
    columns.add(DataColumn.of("writes", words.text("column.entriesWritten"), ColumnKind.RATE));
    columns.add(DataColumn.of("confidence", words.text("column.confidence"), ColumnKind.TEXT));
    columns.addAll(AdviceColumns.last(words));
    return columns;
  }

  private static Row row(
      ServerAdvice server, PlannedAdvice planned, ReviewNames names, PageWords words) {
    IndexAdvice advice = planned.advice();
    double share = sum(advice, DigestEffect::loadShare);
    List<Cell> cells = new ArrayList<>(AdviceColumns.first(server.name(), planned, names, words));
    cells.add(
        Cell.of(names.services(advice.effects().stream().map(DigestEffect::digest).toList())));
    cells.add(Cell.of(share));
    cells.add(Cell.of(sum(advice, effect -> effect.calls() * effect.rowsBefore())));
    cells.add(Cell.of(sum(advice, effect -> effect.calls() * effect.rowsAfter())));
    cells.add(Cell.of(advice.bytes()));
    cells.add(Cell.of(advice.entriesWrittenPerSecond()));
    cells.add(Cell.of(words.text("confidence." + advice.confidence().key())));
    cells.addAll(AdviceColumns.last(server, planned, words));
    return new Row(share, cells);
  }

  private static double sum(IndexAdvice advice, ToDoubleFunction<DigestEffect> of) {
    return advice.effects().stream().mapToDouble(of).sum();
  }
}
