package dev.watershed.rules.table;

import dev.watershed.analyzer.change.ChangedTable;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import java.util.List;

/** {@code changed_tables}: a row per table that a definition of the change touches. */
final class ChangedTablesTable {

  private ChangedTablesTable() {}

  /** A table and where it is changed. */
  record Row(String dataSet, ChangedTable at) {}

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>(
        "changed_tables",
        List.of(
            RowColumn.text("data_set", Row::dataSet),
            RowColumn.text("schema", row -> row.at().schema()),
            RowColumn.text("table_name", row -> row.at().table()),
            RowColumn.text("path", row -> row.at().place().path()),
            RowColumn.count("line", row -> row.at().place().line()),
            RowColumn.count("column_number", row -> row.at().place().column())),
        () -> rows(facts));
  }

  /** In the order in which the definitions run. */
  static List<Row> rows(FleetFacts facts) {
    return facts.change().map(ProposedChange::definitions).orElse(List.of()).stream()
        .flatMap(
            definition ->
                definition.changes().stream()
                    .map(SchemaChange::at)
                    .map(at -> new Row(definition.dataSet(), at)))
        .distinct()
        .toList();
  }
}
