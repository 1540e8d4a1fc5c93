package dev.watershed.rules.table;

import dev.watershed.analyzer.coupling.CouplingFacts;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.UseMatrix;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code service_tables}: a row per service and table that it uses. */
final class ServiceTablesTable {

  private ServiceTablesTable() {}

  /**
   * A service and a table.
   *
   * @param cell of the matrix
   */
  record Row(CouplingFacts facts, int table, int cell) {

    CoupledTable use() {
      return facts.input().tables().get(table);
    }

    UseMatrix matrix() {
      return facts.matrix();
    }

    Optional<String> service() {
      return ServiceNames.of(facts.input(), facts.matrix().party(cell));
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("service_tables", columns(), () -> rows(facts.coupling()));
  }

  private static List<Row> rows(CouplingFacts facts) {
    List<Row> rows = new ArrayList<>(facts.matrix().size());
    for (int table = 0; table < facts.input().tables().size(); table++) {
      for (int cell = facts.matrix().start(table); cell < facts.matrix().end(table); cell++) {
        rows.add(new Row(facts, table, cell));
      }
    }
    return rows;
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.known("service", Row::service),
        RowColumn.text("data_set", row -> row.use().dataSet()),
        RowColumn.text("schema", row -> row.use().schema()),
        RowColumn.text("table_name", row -> row.use().name()),
        RowColumn.number("reads", row -> OptionalDouble.of(row.matrix().reads(row.cell()))),
        RowColumn.number("writes", row -> OptionalDouble.of(row.matrix().writes(row.cell()))),
        RowColumn.number(
            "inferred_reads", row -> OptionalDouble.of(row.matrix().inferredReads(row.cell()))),
        RowColumn.number(
            "inferred_writes", row -> OptionalDouble.of(row.matrix().inferredWrites(row.cell()))),
        RowColumn.number(
            "query_time_micros", row -> OptionalDouble.of(row.matrix().timeMicros(row.cell()))),
        RowColumn.flag("estimated", row -> row.matrix().estimated(row.cell())));
  }
}
