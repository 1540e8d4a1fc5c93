package dev.watershed.reports.review.server;

import dev.watershed.analyzer.capacity.ServerUse;
import dev.watershed.analyzer.cost.Money;
import dev.watershed.analyzer.cost.ServerBill;
import dev.watershed.analyzer.coverage.ServerCoverage;
import dev.watershed.analyzer.neighbour.FleetUse;
import dev.watershed.reports.MoneyText;
import dev.watershed.reports.review.ReviewFacts;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;

/** Each server, with what it has and needs. */
public final class ServerTable {

  private ServerTable() {}

  public static DataTable of(ReviewFacts facts, PageWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (ServerCoverage coverage : facts.span().coverage().servers()) {
      rows.add(row(coverage, facts.fleet().use()));
    }
    return new DataTable("servers", words.text("servers.list"), "server", columns(words), rows);
  }

  private static List<DataColumn> columns(PageWords words) {
    return List.of(
        DataColumn.link("server", words.text("column.server"), ColumnKind.LINK, "server"),
        DataColumn.of("calls", words.text("column.calls"), ColumnKind.COUNT),
        DataColumn.of("time", words.text("column.time"), ColumnKind.MICROS),
        DataColumn.of("active", words.text("column.active"), ColumnKind.RATIO),
        DataColumn.of("active_peak", words.text("column.activePeak"), ColumnKind.RATIO),
        DataColumn.of("cpus", words.text("column.cpus"), ColumnKind.RATIO),
        DataColumn.of("working_set", words.text("column.workingSet"), ColumnKind.BYTES),
        DataColumn.of("buffer_pool", words.text("column.bufferPool"), ColumnKind.BYTES),
        DataColumn.of("connections", words.text("column.connections"), ColumnKind.COUNT),
        DataColumn.of("cost", words.text("column.costPerMonth"), ColumnKind.TEXT),
        DataColumn.of("data_set", words.text("column.dataSet"), ColumnKind.TEXT).hidden(),
        DataColumn.of("redo", words.text("column.redo"), ColumnKind.BYTES).hidden());
  }

  private static List<Cell> row(ServerCoverage coverage, Optional<FleetUse> fleet) {
    Optional<ServerUse> use =
        fleet.flatMap(
            each ->
                each.servers().stream()
                    .filter(server -> server.server().equals(coverage.server()))
                    .findFirst());
    Optional<Money> cost =
        fleet.flatMap(
            each ->
                each.bills().stream()
                    .filter(bill -> bill.server().equals(coverage.server()))
                    .map(ServerBill::perMonth)
                    .findFirst());
    return List.of(
        Cell.of(coverage.server()),
        Cell.of(coverage.calls()),
        Cell.of(coverage.timeMicros()),
        number(use, server -> server.active().mean()),
        number(use, server -> server.active().peak()),
        number(use, server -> server.limits().cpus()),
        whole(use, ServerUse::workingSetBytes),
        number(use, server -> server.limits().bufferPoolBytes()),
        whole(use, ServerUse::connections),
        Cell.of(cost.map(MoneyText::of)),
        Cell.of(use.map(ServerUse::dataSet)),
        number(use, ServerUse::redoBytesPerSecond));
  }

  private static Cell number(Optional<ServerUse> use, Function<ServerUse, OptionalDouble> of) {
    return Cell.of(use.map(of).orElseGet(OptionalDouble::empty));
  }

  private static Cell whole(Optional<ServerUse> use, Function<ServerUse, OptionalLong> of) {
    return Cell.of(use.map(of).orElseGet(OptionalLong::empty));
  }
}
