package dev.watershed.reports.review.server;

import dev.watershed.analyzer.coupling.input.CoupledTables;
import dev.watershed.analyzer.observation.ObservedFacts;
import dev.watershed.analyzer.observation.Party;
import dev.watershed.analyzer.observation.Wait;
import dev.watershed.reports.ServiceNames;
import dev.watershed.reports.review.form.Cell;
import dev.watershed.reports.review.form.ColumnKind;
import dev.watershed.reports.review.form.DataColumn;
import dev.watershed.reports.review.form.DataTable;
import dev.watershed.reports.review.form.PageWords;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Who waited for a row lock of whom. */
public final class LockTable {

  private LockTable() {}

  /**
   * The table.
   *
   * @param fleet whose tables may be locked
   */
  public static DataTable of(ObservedFacts observed, FleetFacts fleet, PageWords words) {
    Map<String, String> dataSets = new HashMap<>();
    for (DataFacts data : fleet.data()) {
      data.advice().servers().forEach(server -> dataSets.put(server, data.name()));
    }
    CoupledTables tables = fleet.coupling().input().tables();
    return new DataTable(
        "locks",
        words.text("servers.locks"),
        List.of(
            DataColumn.link("table", words.text("column.table"), ColumnKind.LINK, "table"),
            DataColumn.link("server", words.text("column.server"), ColumnKind.LINK, "server"),
            DataColumn.link("waiting", words.text("column.waiting"), ColumnKind.LINKS, "service"),
            DataColumn.link("blocking", words.text("column.blocking"), ColumnKind.LINKS, "service"),
            DataColumn.of("waits", words.text("column.waits"), ColumnKind.COUNT),
            DataColumn.of("waited", words.text("column.waited"), ColumnKind.MICROS),
            DataColumn.of("longest", words.text("column.longest"), ColumnKind.MICROS),
            DataColumn.link("digests", words.text("column.statement"), ColumnKind.LINKS, "digest")
                .hidden()),
        observed.lockWaits().stream()
            .map(wait -> row(wait, table(wait, dataSets, tables)))
            .toList());
  }

  /** By its label; empty where it is not known. */
  private static Optional<String> table(
      Wait wait, Map<String, String> dataSets, CoupledTables tables) {
    if (wait.object().isEmpty()) {
      return Optional.empty();
    }
    String dataSet = dataSets.getOrDefault(wait.server(), wait.server());
    return Optional.of(
        wait.schema().isEmpty()
            ? wait.object()
            : tables.label(dataSet, wait.schema(), wait.object()));
  }

  private static List<Cell> row(Wait wait, Optional<String> table) {
    return List.of(
        Cell.of(table),
        Cell.of(wait.server()),
        Cell.of(services(wait.waiting())),
        Cell.of(services(wait.blocking())),
        Cell.of(wait.waits()),
        Cell.of(wait.waitedMicros()),
        Cell.of(wait.longestMicros()),
        Cell.of(
            Stream.of(wait.waiting(), wait.blocking())
                .flatMap(LockTable::digest)
                .distinct()
                .toList()));
  }

  private static List<String> services(Party party) {
    return ServiceNames.of(party.service()).stream().toList();
  }

  private static Stream<String> digest(Party party) {
    return party.digest() == 0 ? Stream.empty() : Stream.of(Fingerprints.idOf(party.digest()));
  }
}
