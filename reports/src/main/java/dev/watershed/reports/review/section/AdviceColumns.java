package dev.watershed.reports.review.section;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.ddl.ChangePlan;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.index.result.ServerAdvice;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.IndexWords;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the page of every advice of an index shows, whether one comes or goes. */
final class AdviceColumns {

  private AdviceColumns() {}

  /** What tells the advice, and leads to its page: the first columns of its table. */
  static List<DataColumn> first(PageWords words) {
    return List.of(
        DataColumn.of("advice", words.text("column.advice"), ColumnKind.CODE).hidden(),
        new DataColumn("index", words.text("column.index"), ColumnKind.CODE, "advice", true),
        DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
        DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT));
  }

  static List<Cell> first(
      String dataSet, PlannedAdvice planned, ReviewNames names, PageWords words) {
    IndexAdvice advice = planned.advice();
    String parts = IndexWords.parts(advice.index());
    return List.of(
        Cell.of(planned.id()),
        Cell.of(advice.kind().isDrop() ? advice.index().name() + " " + parts : parts),
        Cell.of(names.table(dataSet, advice.schema(), advice.table())),
        Cell.of(words.text("advice." + advice.kind().key())));
  }

  /** What only the page of the advice shows: the last columns. */
  static List<DataColumn> last(PageWords words) {
    return List.of(
        DataColumn.of("data_set", words.text("column.dataSet"), ColumnKind.TEXT).hidden(),
        DataColumn.of("summary", words.text("column.summary"), ColumnKind.PROSE).hidden(),
        DataColumn.of("caveats", words.text("column.caveats"), ColumnKind.PROSE).hidden(),
        DataColumn.of("trial", words.text("column.trial"), ColumnKind.PROSE).hidden(),
        DataColumn.link("digests", words.text("column.digests"), ColumnKind.LINKS, "digest")
            .hidden(),
        DataColumn.of("ddl", words.text("column.ddl"), ColumnKind.CODE).hidden(),
        DataColumn.of("later", words.text("column.later"), ColumnKind.PROSE).hidden(),
        DataColumn.of("undo", words.text("column.undo"), ColumnKind.PROSE).hidden(),
        DataColumn.of("tool", words.text("column.tool"), ColumnKind.PROSE).hidden());
  }

  static List<Cell> last(ServerAdvice server, PlannedAdvice planned, PageWords words) {
    ChangePlan plan = planned.plan();
    List<Saying> caveats = new ArrayList<>(planned.advice().saidCaveats());
    caveats.addAll(plan.saidRemarks());
    return List.of(
        Cell.of(server.name()),
        Cell.of(words.sentence(IndexWords.saidSummary(planned.advice()))),
        said(Saying.joined(Joint.SPACE, caveats), words),
        said(
            Saying.joined(
                Joint.SEMICOLON,
                server.trial(planned.id()).map(IndexWords::saidTrial).orElse(List.of())),
            words),
        Cell.of(digests(planned.advice())),
        Cell.of(String.join("; ", plan.statements()) + ";"),
        sentence(plan.later(), "; "),
        sentence(plan.undo(), "; "),
        Cell.of(
            plan.external()
                .map(
                    tool ->
                        String.join(
                            " ",
                            words.say(tool.saidReason()),
                            tool.ghost(),
                            tool.onlineSchemaChange()))));
  }

  private static List<String> digests(IndexAdvice advice) {
    return advice.effects().stream().map(DigestEffect::digest).map(Fingerprints::idOf).toList();
  }

  private static Cell said(Saying saying, PageWords words) {
    return Cell.of(Optional.of(words.say(saying)).filter(text -> !text.isEmpty()));
  }

  private static Cell sentence(List<String> parts, String separator) {
    return Cell.of(
        parts.isEmpty() ? Optional.<String>empty() : Optional.of(String.join(separator, parts)));
  }
}
