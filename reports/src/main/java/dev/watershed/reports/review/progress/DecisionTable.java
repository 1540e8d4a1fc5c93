package dev.watershed.reports.review.progress;

import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.Standing;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.LedgerView;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decisions, the reopened first, then the oldest; and findings without one. */
public final class DecisionTable {

  private static final Comparator<JudgedDecision> ORDER =
      Comparator.comparing((JudgedDecision each) -> each.standing() != Standing.REOPENED)
          .thenComparing(Comparator.comparingLong(JudgedDecision::ageDays).reversed())
          .thenComparing(each -> each.decision().finding());

  private DecisionTable() {}

  /** The decisions; their rows have pages under the ids of their findings. */
  public static DataTable decisions(LedgerView view, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    view.ledger().decisions().stream()
        .sorted(ORDER)
        .forEach(each -> rows.add(decision(each, view, words)));
    return new DataTable(
        "decisions",
        words.text("decisions.title"),
        "decision",
        List.of(
            DataColumn.of("id", words.text("column.id"), ColumnKind.TEXT).hidden(),
            new DataColumn(
                "finding", words.text("column.finding"), ColumnKind.SENTENCE, "decision", true),
            DataColumn.of("team", words.text("column.team"), ColumnKind.TEXT),
            DataColumn.of("state", words.text("column.decided"), ColumnKind.TEXT),
            DataColumn.of("standing", words.text("column.standing"), ColumnKind.TEXT),
            DataColumn.of("since", words.text("column.since"), ColumnKind.TEXT),
            DataColumn.of("age", words.text("column.ageDays"), ColumnKind.COUNT),
            DataColumn.of("weight", words.text("column.weight"), ColumnKind.RATIO),
            DataColumn.of("ticket", words.text("column.ticket"), ColumnKind.TEXT),
            DataColumn.of("until", words.text("column.holdsUntil"), ColumnKind.TEXT).hidden(),
            DataColumn.of("reason", words.text("column.reason"), ColumnKind.LINES).hidden(),
            DataColumn.of("hint", words.text("column.hint"), ColumnKind.TEXT).hidden(),
            DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service")
                .hidden(),
            DataColumn.link("digests", words.text("column.evidence"), ColumnKind.LINKS, "digest")
                .hidden()),
        rows);
  }

  private static List<Cell> decision(JudgedDecision each, LedgerView view, PageWords words) {
    Decision decision = each.decision();
    Optional<KnownFinding> finding = each.finding();
    String standing = words.text("standing." + each.standing().key());
    return List.of(
        Cell.of(decision.finding()),
        Cell.of(finding.map(KnownFinding::saidTitle).map(words::say).orElse(decision.finding())),
        Cell.of(decision.team()),
        Cell.of(words.text("decision." + decision.state().key())),
        Cell.of(each.expired() ? words.text("standing.expired", standing) : standing),
        Cell.of(decision.date().toString()),
        Cell.of(each.ageDays()),
        finding.map(known -> Cell.of(known.weight())).orElseGet(Cell::unknown),
        Cell.of(decision.ticket()),
        Cell.of(decision.until().map(LocalDate::toString)),
        Cell.of(List.of(decision.reason())),
        Cell.of(Optional.ofNullable(view.hints().get(decision.finding()))),
        finding.map(known -> Cell.of(known.services())).orElseGet(Cell::unknown),
        finding.map(DecisionTable::digests).orElseGet(Cell::unknown));
  }

  /** Findings that nobody decided about, in the order in which they were found. */
  public static DataTable undecided(LedgerView view, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (KnownFinding finding : view.ledger().undecided()) {
      rows.add(
          List.of(
              Cell.of(finding.id()),
              Cell.of(words.sentence(finding.saidTitle())),
              Cell.of(view.team(finding)),
              Cell.of(words.say(Saying.of("known-kind." + finding.kind(), finding.kind()))),
              Cell.of(finding.weight()),
              Cell.of(finding.services()),
              digests(finding)));
    }
    return new DataTable(
        "undecided",
        words.text("undecided.title"),
        "undecided",
        List.of(
            DataColumn.of("id", words.text("column.id"), ColumnKind.TEXT).hidden(),
            new DataColumn(
                "finding", words.text("column.finding"), ColumnKind.SENTENCE, "undecided", true),
            DataColumn.of("team", words.text("column.team"), ColumnKind.TEXT),
            DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT),
            DataColumn.of("weight", words.text("column.weight"), ColumnKind.RATIO),
            DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
            DataColumn.link("digests", words.text("column.evidence"), ColumnKind.LINKS, "digest")
                .hidden()),
        rows);
  }

  private static Cell digests(KnownFinding finding) {
    return Cell.of(finding.digests().stream().distinct().map(Fingerprints::idOf).toList());
  }
}
