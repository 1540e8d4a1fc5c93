package dev.watershed.rules.table;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.List;
import java.util.OptionalDouble;

/** {@code findings}: a row per finding about coupling. */
final class FindingsTable {

  private FindingsTable() {}

  static RowTable<Finding> of(FleetFacts facts) {
    return new RowTable<>("findings", columns(), () -> facts.coupling().findings());
  }

  private static List<RowColumn<Finding>> columns() {
    return List.of(
        RowColumn.text("finding", Finding::id),
        RowColumn.text("kind", row -> row.kind().key()),
        RowColumn.texts("subject", Finding::subject),
        RowColumn.text("message", Finding::message),
        RowColumn.texts("services", Finding::services),
        RowColumn.texts("tables", Finding::tables),
        RowColumn.number("calls_per_second", row -> OptionalDouble.of(row.callsPerSecond())),
        RowColumn.number("query_time_seconds", row -> OptionalDouble.of(row.timeSeconds())),
        RowColumn.number("time_share", row -> OptionalDouble.of(row.timeShare())),
        RowColumn.flag("may_gate", Finding::mayGate));
  }
}
