package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.reports.IndexWords;
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

/** The table of indexes that may go; the ones that give back most first. */
final class NeedlessIndexes {

  private record Row(long bytes, List<Cell> cells) {}

  private NeedlessIndexes() {}

  static DataTable of(ReviewFacts facts, ReviewNames names, PageWords words) {
    List<Row> rows = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      data.advice().indexes().stream()
          .filter(planned -> planned.advice().kind().isDrop())
          .map(planned -> row(data.advice(), planned, names, words))
          .forEach(rows::add);
    }
    rows.sort(Comparator.comparingLong(Row::bytes).reversed());
    return new DataTable(
        "needless_indexes",
        words.text("indexes.needless"),
        "advice",
        columns(words),
        rows.stream().map(Row::cells).toList());
  }

  private static List<DataColumn> columns(PageWords words) {
    List<DataColumn> columns = new ArrayList<>(AdviceColumns.first(words));
    columns.add(DataColumn.of("why", words.text("column.why"), ColumnKind.PROSE));
    columns.add(DataColumn.of("bytes", words.text("column.givesBack"), ColumnKind.BYTES));
    columns.add(DataColumn.of("writes", words.text("column.entriesWritten"), ColumnKind.RATE));
    columns.add(DataColumn.of("confidence", words.text("column.confidence"), ColumnKind.TEXT));
    columns.addAll(AdviceColumns.last(words));
    return columns;
  }

  private static Row row(
      ServerAdvice server, PlannedAdvice planned, ReviewNames names, PageWords words) {
    IndexAdvice advice = planned.advice();
    List<Cell> cells = new ArrayList<>(AdviceColumns.first(server.name(), planned, names, words));
    cells.add(Cell.of(words.sentence(IndexWords.saidSummary(advice))));
    cells.add(Cell.of(advice.bytes()));
    cells.add(Cell.of(advice.entriesWrittenPerSecond()));
    cells.add(Cell.of(words.text("confidence." + advice.confidence().key())));
    cells.addAll(AdviceColumns.last(server, planned, words));
    return new Row(advice.bytes().orElse(0), cells);
  }
}
