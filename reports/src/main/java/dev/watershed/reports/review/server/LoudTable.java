package dev.watershed.reports.review.server;

import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.neighbour.LoudService;
import dev.watershed.analyzer.neighbour.SlowedService;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageTimes;
import dev.watershed.reports.review.form.PageWords;
import java.util.List;
import java.util.stream.Stream;

/** Services that take most of a server for a while; those that make others slower first. */
public final class LoudTable {

  private LoudTable() {}

  public static DataTable of(FleetUse use, PageWords words) {
    List<LoudService> noisyFirst =
        Stream.concat(use.neighbours().stream(), use.takers().stream()).toList();
    return new DataTable(
        "loud",
        words.text("servers.loud"),
        List.of(
            DataColumn.link("service", words.text("column.service"), ColumnKind.LINK, "service"),
            DataColumn.link("server", words.text("column.server"), ColumnKind.LINK, "server"),
            DataColumn.of("loud_slots", words.text("column.loudSlots"), ColumnKind.COUNT),
            DataColumn.of("loud_share", words.text("column.loudShare"), ColumnKind.SHARE),
            DataColumn.of("usual_share", words.text("column.usualShare"), ColumnKind.SHARE),
            DataColumn.of("from", words.text("column.from"), ColumnKind.TEXT),
            DataColumn.of("until", words.text("column.until"), ColumnKind.TEXT),
            DataColumn.of("calendar", words.text("column.calendar"), ColumnKind.TEXT),
            DataColumn.link("slowed", words.text("column.slowed"), ColumnKind.LINKS, "service")),
        noisyFirst.stream().map(loud -> row(loud, words)).toList());
  }

  private static List<Cell> row(LoudService loud, PageWords words) {
    return List.of(
        Cell.of(loud.service()),
        Cell.of(loud.server()),
        Cell.of(loud.loud()),
        Cell.of(loud.loudShare()),
        Cell.of(loud.usualShare()),
        Cell.of(PageTimes.minute(loud.first(), words)),
        Cell.of(PageTimes.minute(loud.last(), words)),
        Cell.of(String.join(", ", loud.calendar())),
        Cell.of(loud.slowed().stream().map(SlowedService::service).toList()));
  }
}
