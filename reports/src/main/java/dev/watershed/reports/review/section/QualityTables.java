package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.InputQuality;
import dev.watershed.analyzer.saying.IssueSaying;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.Optional;

/** Tables of what could not be taken as it stands, and how often servers were looked at. */
final class QualityTables {

  private QualityTables() {}

  /** What was wrong with sources, by reason. */
  static DataTable issues(ReviewFacts facts, PageWords words) {
    return new DataTable(
        "issues",
        words.text("quality.issues"),
        List.of(
            DataColumn.of("reason", words.text("column.reason"), ColumnKind.TEXT),
            DataColumn.of("count", words.text("column.count"), ColumnKind.COUNT),
            DataColumn.of("meaning", words.text("column.meaning"), ColumnKind.PROSE),
            DataColumn.of("path", words.text("column.firstPlace"), ColumnKind.PROSE),
            DataColumn.of("offset", words.text("column.offset"), ColumnKind.COUNT)),
        facts.span().ranking().quality().issues().stream()
            .map(
                issue ->
                    List.of(
                        Cell.of(issue.reason().key()),
                        Cell.of(issue.count()),
                        Cell.of(words.say(IssueSaying.of(issue.reason()))),
                        Cell.of(issue.firstPath()),
                        Cell.of(issue.firstOffset())))
            .toList());
  }

  /** The accounts that no service claims, each with the statement that takes most of its time. */
  static DataTable accounts(ReviewFacts facts, PageWords words) {
    CouplingInput input = facts.fleet().coupling().input();
    return new DataTable(
        "accounts",
        words.text("quality.accounts"),
        List.of(
            DataColumn.of("digest", words.text("column.digest"), ColumnKind.CODE).hidden(),
            DataColumn.of("account", words.text("column.account"), ColumnKind.TEXT),
            DataColumn.of("data_set", words.text("column.dataSet"), ColumnKind.TEXT),
            DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT),
            DataColumn.of("time", words.text("column.time"), ColumnKind.MICROS),
            new DataColumn(
                "statement",
                words.text("column.longestStatement"),
                ColumnKind.CODE,
                "digest",
                true),
            DataColumn.link("page", words.text("column.digest"), ColumnKind.LINK, "digest")
                .hidden()),
        input.quality().accounts().stream().map(each -> account(each, input)).toList());
  }

  private static List<Cell> account(InputQuality.UnclaimedAccount account, CouplingInput input) {
    Optional<CoupledStatement> longest =
        account.statements().stream().findFirst().map(input.statements()::get);
    Optional<String> digest = longest.map(each -> Fingerprints.idOf(each.digest()));
    return List.of(
        Cell.of(digest.orElse("")),
        Cell.of(Optional.of(account.user()).filter(user -> !user.isEmpty())),
        Cell.of(account.dataSet()),
        Cell.of(account.calls()),
        Cell.of(account.timeMicros()),
        Cell.of(longest.map(CoupledStatement::fingerprint)),
        Cell.of(digest));
  }

  /** How often servers were looked at between their samples. */
  static DataTable looks(ReviewFacts facts, PageWords words) {
    return new DataTable(
        "looks",
        words.text("quality.looks"),
        List.of(
            DataColumn.link("server", words.text("column.server"), ColumnKind.LINK, "server"),
            DataColumn.of("subject", words.text("column.lookedFor"), ColumnKind.TEXT),
            DataColumn.of("planned", words.text("column.planned"), ColumnKind.COUNT),
            DataColumn.of("failed", words.text("column.failed"), ColumnKind.COUNT),
            DataColumn.of("span", words.text("column.standsFor"), ColumnKind.MICROS),
            DataColumn.of("gap", words.text("column.longestGap"), ColumnKind.MICROS),
            DataColumn.of("cut", words.text("column.cutTexts"), ColumnKind.COUNT),
            DataColumn.of("beyond", words.text("column.beyondBound"), ColumnKind.COUNT)),
        facts.span().observed().looks().stream()
            .map(
                each ->
                    List.of(
                        Cell.of(each.server()),
                        Cell.of(each.subject()),
                        Cell.of(each.planned()),
                        Cell.of(each.failed()),
                        Cell.of(each.spanMicros()),
                        each.longestGapMicros() == 0
                            ? Cell.unknown()
                            : Cell.of(each.longestGapMicros()),
                        Cell.of(each.cutTexts()),
                        Cell.of(each.lumpedRows())))
            .toList());
  }
}
