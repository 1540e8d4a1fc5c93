package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.RewriteAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.StatementHead;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The table of statements that no index can mend as they are written; the most load first. */
final class Rewrites {

  private record Row(double share, List<Cell> cells) {}

  private Rewrites() {}

  static DataTable of(ReviewFacts facts, ReviewNames names, PageWords words) {
    List<Row> rows = new ArrayList<>();
    for (DataFacts data : facts.fleet().data()) {
      data.advice().rewrites().stream()
          .map(advice -> new Row(advice.loadShare(), row(data.advice(), advice, names, words)))
          .forEach(rows::add);
    }
    rows.sort(Comparator.comparingDouble(Row::share).reversed());
    return new DataTable(
        "rewrites",
        words.text("indexes.rewrites"),
        columns(words),
        rows.stream().map(Row::cells).toList());
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("digest", words.text("column.digest"), ColumnKind.LINK, "digest").hidden(),
        new DataColumn(
            "statement", words.text("column.statement"), ColumnKind.CODE, "digest", true),
        DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
        DataColumn.of("load", words.text("column.timeShare"), ColumnKind.SHARE),
        DataColumn.of("reason", words.text("column.reason"), ColumnKind.TEXT),
        DataColumn.of("way_out", words.text("column.wayOut"), ColumnKind.PROSE),
        DataColumn.of("subject", words.text("column.subject"), ColumnKind.TEXT).hidden(),
        DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table").hidden(),
        DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT).hidden());
  }

  private static List<Cell> row(
      ServerAdvice server, RewriteAdvice advice, ReviewNames names, PageWords words) {
    return List.of(
        Cell.of(Fingerprints.idOf(advice.digest())),
        Cell.of(StatementHead.of(server.text(advice.digest()))),
        Cell.of(names.services(advice.digest())),
        Cell.of(advice.loadShare()),
        Cell.of(words.text("rewrite." + advice.reason().key())),
        Cell.of(words.sentence(advice.saidRewrite())),
        Cell.of(advice.subject()),
        Cell.of(names.tableOf(server.name(), advice.subject())),
        Cell.of(advice.calls()));
  }
}
