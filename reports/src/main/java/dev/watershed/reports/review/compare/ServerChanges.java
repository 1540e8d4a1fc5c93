package dev.watershed.reports.review.compare;

import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.analyzer.trend.Rate;
import dev.watershed.reports.review.EarlierReview;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The load, the peak and the needs of servers before and now. Whether a server has more to do is
 * told by its executions, as far as chance does not explain them.
 */
public final class ServerChanges {

  private static final double MICROS = 1e6;

  private ServerChanges() {}

  /** A row for each server of either span. */
  public static DataTable of(ReviewFacts facts, EarlierReview earlier, PageWords words) {
    Set<String> names = new LinkedHashSet<>();
    facts.span().coverage().servers().forEach(each -> names.add(each.server()));
    earlier.span().coverage().servers().forEach(each -> names.add(each.server()));
    List<List<Cell>> rows = new ArrayList<>();
    names.forEach(name -> rows.add(row(name, facts, earlier, words)));
    return new DataTable("changed_servers", words.text("changes.servers"), columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("server", words.text("column.server"), ColumnKind.LINK, "server"),
        DataColumn.of("change", words.text("column.change"), ColumnKind.TEXT),
        DataColumn.of("calls_before", words.text("column.callsBefore"), ColumnKind.RATE),
        DataColumn.of("calls_now", words.text("column.callsNow"), ColumnKind.RATE),
        DataColumn.of("active_before", words.text("column.activeBefore"), ColumnKind.RATIO),
        DataColumn.of("active_now", words.text("column.activeNow"), ColumnKind.RATIO),
        DataColumn.of("peak_before", words.text("column.peakBefore"), ColumnKind.RATIO),
        DataColumn.of("peak_now", words.text("column.peakNow"), ColumnKind.RATIO),
        DataColumn.of("set_before", words.text("column.workingSetBefore"), ColumnKind.BYTES),
        DataColumn.of("set_now", words.text("column.workingSetNow"), ColumnKind.BYTES));
  }

  private static List<Cell> row(
      String name, ReviewFacts facts, EarlierReview earlier, PageWords words) {
    OptionalDouble before = sum(earlier.span(), name, earlier.seconds(), ServerCoverage::calls);
    OptionalDouble now = sum(facts.span(), name, earlier.nowSeconds(), ServerCoverage::calls);
    Optional<ServerUse> then = use(earlier.fleet().use(), name);
    Optional<ServerUse> after = use(facts.fleet().use(), name);
    return List.of(
        Cell.of(name),
        ChangeWord.of(
                new Rate(before.orElse(0), earlier.seconds()),
                new Rate(now.orElse(0), earlier.nowSeconds()))
            .cell(words),
        Cell.of(before),
        Cell.of(now),
        Cell.of(sum(earlier.span(), name, earlier.seconds() * MICROS, ServerCoverage::timeMicros)),
        Cell.of(sum(facts.span(), name, earlier.nowSeconds() * MICROS, ServerCoverage::timeMicros)),
        peak(then),
        peak(after),
        workingSet(then),
        workingSet(after));
  }

  /** Of all sources of a server, by a unit; empty where the span shows nothing of the server. */
  private static OptionalDouble sum(
      SpanFacts span, String server, double unit, ToLongFunction<ServerCoverage> of) {
    List<ServerCoverage> own =
        span.coverage().servers().stream().filter(each -> each.server().equals(server)).toList();
    return own.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(own.stream().mapToLong(of).sum() / unit);
  }

  private static Optional<ServerUse> use(Optional<FleetUse> fleet, String server) {
    return fleet.stream()
        .flatMap(each -> each.servers().stream())
        .filter(each -> each.server().equals(server))
        .findFirst();
  }

  private static Cell peak(Optional<ServerUse> use) {
    return Cell.of(use.map(each -> each.active().peak()).orElseGet(OptionalDouble::empty));
  }

  private static Cell workingSet(Optional<ServerUse> use) {
    return use.filter(each -> each.workingSetBytes().isPresent())
        .map(each -> Cell.of(each.workingSetBytes().getAsLong()))
        .orElseGet(Cell::unknown);
  }
}
