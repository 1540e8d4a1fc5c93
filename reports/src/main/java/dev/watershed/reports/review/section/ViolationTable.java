package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.saying.Saying.Joint;
import dev.watershed.reports.check.ViolationWords;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.FleetStatement;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Violation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tables of violations, one for each state; the worst first. */
final class ViolationTable {

  private final ReviewFacts facts;
  private final PageWords words;
  private final Set<String> digests = new HashSet<>();
  private final Map<String, Set<String>> labels = new HashMap<>();

  ViolationTable(ReviewFacts facts, PageWords words) {
    this.facts = facts;
    this.words = words;
    facts.fleet().statements().stream().map(FleetStatement::digestText).forEach(digests::add);
    CoupledTables tables = facts.fleet().coupling().input().tables();
    for (int table = 0; table < tables.size(); table++) {
      labels
          .computeIfAbsent(tables.get(table).qualifiedName(), name -> new TreeSet<>())
          .add(tables.label(table));
    }
  }

  DataTable of(ViolationState state) {
    return new DataTable(
        "violations_" + state.key(),
        words.text("rules.violations." + state.key()),
        "violation",
        columns(state),
        facts.gate().violations().stream()
            .filter(each -> each.state() == state)
            .map(this::row)
            .toList());
  }

  private List<DataColumn> columns(ViolationState state) {
    DataColumn note = DataColumn.of("note", words.text("column.note"), ColumnKind.PROSE);
    return List.of(
        DataColumn.of("key", words.text("column.key"), ColumnKind.TEXT).hidden(),
        DataColumn.of("severity", words.text("column.severity"), ColumnKind.TEXT),
        DataColumn.link("rule", words.text("column.rule"), ColumnKind.LINK, "rule"),
        DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
        DataColumn.link("tables", words.text("column.table"), ColumnKind.LINKS, "table"),
        new DataColumn(
            "message", words.text("column.message"), ColumnKind.PROSE, "violation", true),
        state == ViolationState.BASELINE || state == ViolationState.SUPPRESSED
            ? note
            : note.hidden(),
        DataColumn.of("subject", words.text("column.about"), ColumnKind.TEXT).hidden(),
        DataColumn.link("digest", words.text("column.digest"), ColumnKind.LINK, "digest").hidden(),
        DataColumn.of("remedy", words.text("column.remedy"), ColumnKind.PROSE).hidden(),
        DataColumn.of("evidence", words.text("column.evidence"), ColumnKind.PROSE).hidden(),
        DataColumn.of("place", words.text("column.place"), ColumnKind.TEXT).hidden());
  }

  private List<Cell> row(GatedViolation gated) {
    Violation violation = gated.violation();
    return List.of(
        Cell.of(violation.key().text()),
        Cell.of(words.text("severity." + violation.severity().key())),
        Cell.of(violation.rule()),
        Cell.of(violation.services()),
        Cell.of(tables(violation)),
        Cell.of(words.say(ViolationWords.said(violation))),
        text(words.say(gated.saidNote())),
        Cell.of(violation.subject()),
        Cell.of(Optional.of(violation.subject()).filter(digests::contains)),
        text(words.sentence(violation.saidRemedy())),
        Cell.of(evidence(violation)),
        Cell.of(violation.location().map(place -> place.path() + ":" + place.line())));
  }

  /** A key names a table without the server: all tables of that name are meant. */
  private List<String> tables(Violation violation) {
    String name = violation.key().table();
    return name.isEmpty() ? List.of() : List.copyOf(labels.getOrDefault(name, Set.of(name)));
  }

  /** What it rests on, in one line. */
  private String evidence(Violation violation) {
    return words.say(
        Saying.joined(
            Joint.COMMA,
            violation.evidence().stream()
                .map(
                    each ->
                        Saying.of(
                            "figure",
                            "{0} {1}",
                            Saying.of("figure." + each.figure(), each.figure()),
                            each.value().toPlainString()))
                .toList()));
  }

  private static Cell text(String text) {
    return Cell.of(Optional.of(text).filter(each -> !each.isEmpty()));
  }
}
