package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code data_sets}: a row per set of data: a cluster, or a server that stands alone. */
final class DataSetsTable {

  private DataSetsTable() {}

  static RowTable<DataFacts> of(FleetFacts facts) {
    return new RowTable<>("data_sets", columns(), facts::data);
  }

  private static List<RowColumn<DataFacts>> columns() {
    return List.of(
        RowColumn.text("data_set", DataFacts::name),
        RowColumn.known(
            "version",
            row -> Optional.of(row.input().server().version()).filter(each -> !each.isEmpty())),
        RowColumn.number(
            "observed_seconds", row -> OptionalDouble.of(row.input().server().observedSeconds())),
        RowColumn.whole("buffer_pool_bytes", row -> row.input().server().bufferPoolBytes()),
        RowColumn.count("tables", row -> row.input().server().tables().size()),
        RowColumn.count("statements", row -> row.input().server().statements().size()));
  }
}
