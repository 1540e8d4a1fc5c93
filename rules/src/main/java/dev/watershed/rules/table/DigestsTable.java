package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.analyzer.ranking.Effort;
import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetStatement;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** {@code digests}: a row per digest, with what it cost on the whole fleet. */
final class DigestsTable {

  private DigestsTable() {}

  static RowTable<FleetStatement> of(FleetFacts facts) {
    return new RowTable<>("digests", columns(), facts::statements);
  }

  private static List<RowColumn<FleetStatement>> columns() {
    return List.of(
        RowColumn.text("digest", FleetStatement::digestText),
        RowColumn.text("data_set", FleetStatement::dataSet),
        RowColumn.text("fingerprint", FleetStatement::fingerprint),
        RowColumn.text("kind", row -> row.facts().kind().name()),
        RowColumn.text("shape", row -> row.shape().idText()),
        RowColumn.known("first_table", FleetStatement::firstTable),
        RowColumn.texts("services", FleetStatement::services),
        RowColumn.texts("senders", FleetStatement::senders),
        RowColumn.whole("calls", row -> row.figures().calls()),
        RowColumn.count("logged_calls", row -> row.figures().loggedCalls()),
        RowColumn.count("query_time_micros", row -> row.figures().timeMicros()),
        RowColumn.number("time_share", FleetStatement::share),
        RowColumn.number("p50_micros", row -> percentile(row, Percentiles::p50Micros)),
        RowColumn.number("p95_micros", row -> percentile(row, Percentiles::p95Micros)),
        RowColumn.number("p99_micros", row -> percentile(row, Percentiles::p99Micros)),
        RowColumn.whole("max_micros", row -> row.figures().maxMicros()),
        RowColumn.count("lock_time_micros", row -> row.figures().lockTimeMicros()),
        RowColumn.count("rows_sent", row -> row.figures().rowsSent()),
        RowColumn.count("rows_examined", row -> row.figures().rowsExamined()),
        RowColumn.whole("rows_affected", row -> effort(row, Effort::rowsAffected)),
        RowColumn.whole("errors", row -> effort(row, Effort::errors)),
        RowColumn.whole("temporary_tables", row -> effort(row, Effort::temporaryTables)),
        RowColumn.whole("temporary_disk_tables", row -> effort(row, Effort::temporaryDiskTables)),
        RowColumn.whole("full_scans", row -> effort(row, Effort::fullScans)),
        RowColumn.whole("full_joins", row -> effort(row, Effort::fullJoins)),
        RowColumn.whole("sort_rows", row -> effort(row, Effort::sortRows)),
        RowColumn.whole("sort_merge_passes", row -> effort(row, Effort::sortMergePasses)));
  }

  private static OptionalLong effort(FleetStatement row, ToLongFunction<Effort> of) {
    return row.figures().effort().stream().mapToLong(of).findFirst();
  }

  private static OptionalDouble percentile(FleetStatement row, ToDoubleFunction<Percentiles> of) {
    return row.figures().percentiles().stream().mapToDouble(of).findFirst();
  }
}
