package dev.watershed.reports.review.coupling;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.Evidence;
import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.reports.review.form.PartyWords;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Findings about coupling, by kind, the heaviest first. Of those that rest on few calls, which can
 * be tens of thousands and are nobody's first concern, a few hundred.
 */
public final class FindingTable {

  private static final int MOST_OCCASIONAL = 200;

  private FindingTable() {}

  /** How many findings the table leaves out. */
  public static long left(CouplingFacts facts) {
    return Math.max(
        0, facts.findings().stream().filter(Finding::occasional).count() - MOST_OCCASIONAL);
  }

  /** The table; its rows have pages under their ids. */
  public static DataTable of(CouplingFacts facts, PageWords words) {
    Set<String> heaviest =
        facts.findings().stream()
            .filter(Finding::occasional)
            .sorted(Comparator.comparingDouble(Finding::callsPerSecond).reversed())
            .limit(MOST_OCCASIONAL)
            .map(Finding::id)
            .collect(Collectors.toSet());
    List<List<Cell>> rows = new ArrayList<>();
    facts.findings().stream()
        .filter(finding -> !finding.occasional() || heaviest.contains(finding.id()))
        .forEach(finding -> rows.add(row(finding, words)));
    return new DataTable("findings", words.text("findings.title"), "finding", columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.of("id", words.text("column.id"), ColumnKind.TEXT).hidden(),
        DataColumn.of("kind", words.text("column.kind"), ColumnKind.TEXT),
        new DataColumn(
            "finding", words.text("column.finding"), ColumnKind.SENTENCE, "finding", true),
        DataColumn.link("services", words.text("column.services"), ColumnKind.LINKS, "service"),
        DataColumn.of("calls", words.text("column.callsPerSecond"), ColumnKind.RATE),
        DataColumn.of("time_share", words.text("column.timeShare"), ColumnKind.SHARE),
        DataColumn.of("basis", words.text("column.basis"), ColumnKind.TEXT),
        DataColumn.link("tables", words.text("column.tables"), ColumnKind.LINKS, "table").hidden(),
        DataColumn.of("inferred", words.text("column.inferred"), ColumnKind.LINES).hidden(),
        DataColumn.link("digests", words.text("column.evidence"), ColumnKind.LINKS, "digest")
            .hidden(),
        DataColumn.of("further", words.text("column.furtherEvidence"), ColumnKind.COUNT).hidden());
  }

  private static List<Cell> row(Finding finding, PageWords words) {
    return List.of(
        Cell.of(finding.id()),
        Cell.of(words.text("finding." + finding.kind().key())),
        Cell.of(words.say(finding.said())),
        Cell.of(PartyWords.of(finding.services(), words)),
        Cell.of(finding.callsPerSecond()),
        Cell.of(finding.timeShare()),
        Cell.of(basis(finding, words)),
        Cell.of(finding.tables()),
        finding.inferred().isEmpty()
            ? Cell.unknown()
            : Cell.of(words.sentences(finding.saidInferred())),
        Cell.of(
            finding.evidence().stream()
                .map(Evidence::digest)
                .distinct()
                .map(Fingerprints::idOf)
                .toList()),
        finding.furtherEvidence() == 0 ? Cell.unknown() : Cell.of(finding.furtherEvidence()));
  }

  private static String basis(Finding finding, PageWords words) {
    List<String> parts = new ArrayList<>();
    parts.add(words.text("basis." + finding.basis().key()));
    if (finding.estimated()) {
      parts.add(words.text("basis.estimated"));
    }
    if (finding.occasional()) {
      parts.add(words.text("basis.occasional"));
    }
    return String.join(words.text("list.separator"), parts);
  }
}
