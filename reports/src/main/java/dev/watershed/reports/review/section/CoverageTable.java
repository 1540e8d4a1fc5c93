package dev.watershed.reports.review.section;

import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.reports.Units;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageTimes;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The table of what each source of each server showed. */
final class CoverageTable {

  private CoverageTable() {}

  static DataTable of(ReviewFacts facts, PageWords words) {
    return new DataTable(
        "coverage",
        words.text("quality.coverage"),
        List.of(
            DataColumn.link("server", words.text("column.server"), ColumnKind.LINK, "server"),
            DataColumn.of("source", words.text("column.source"), ColumnKind.TEXT),
            DataColumn.of("cluster", words.text("column.cluster"), ColumnKind.TEXT),
            DataColumn.of("role", words.text("column.role"), ColumnKind.TEXT),
            DataColumn.of("seen", words.text("column.seenUtc"), ColumnKind.PROSE),
            DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT),
            DataColumn.of("time", words.text("column.time"), ColumnKind.MICROS),
            DataColumn.of("threshold", words.text("column.threshold"), ColumnKind.TEXT),
            DataColumn.of("sampled", words.text("column.sampled"), ColumnKind.TEXT),
            DataColumn.of("missing", words.text("column.missing"), ColumnKind.PROSE)),
        facts.span().coverage().servers().stream().map(each -> row(each, words)).toList());
  }

  private static List<Cell> row(ServerCoverage server, PageWords words) {
    return List.of(
        Cell.of(server.server()),
        Cell.of(server.source()),
        Cell.of(server.placement().cluster()),
        Cell.of(server.placement().role()),
        Cell.of(
            server
                .firstSeen()
                .flatMap(
                    first -> server.lastSeen().map(last -> PageTimes.span(first, last, words)))),
        Cell.of(server.calls()),
        Cell.of(server.timeMicros()),
        Cell.of(
            server.longQueryTimeSeconds().isPresent()
                ? Optional.of(Units.seconds(server.longQueryTimeSeconds().getAsDouble()))
                : Optional.empty()),
        Cell.of(words.text(server.sampled() ? "yes" : "no")),
        Cell.of(missing(server, words)));
  }

  private static String missing(ServerCoverage server, PageWords words) {
    List<String> parts = new ArrayList<>();
    if (server.silentHours() > 0) {
      parts.add(words.text("quality.silentHours", server.silentHours()));
    }
    if (server.possibleGaps() > 0) {
      parts.add(words.text("quality.possibleGaps", server.possibleGaps()));
    }
    return parts.isEmpty() ? words.text("quality.nothingKnown") : String.join(", ", parts);
  }
}
