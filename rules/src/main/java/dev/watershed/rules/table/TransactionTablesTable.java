package dev.watershed.rules.table;

import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import java.util.ArrayList;
import java.util.List;

/** {@code transaction_tables}: a row per class of transactions and table that it uses. */
final class TransactionTablesTable {

  private TransactionTablesTable() {}

  /**
   * A table of a class.
   *
   * @param row of the classes
   * @param use of the uses of all classes
   */
  record Row(CouplingInput input, int row, int use) {

    TableUses uses() {
      return input.transactions().uses();
    }

    CoupledTable table() {
      return input.tables().get(uses().table(use));
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("transaction_tables", columns(), () -> rows(facts.coupling().input()));
  }

  private static List<Row> rows(CouplingInput input) {
    List<Row> rows = new ArrayList<>();
    TableUses uses = input.transactions().uses();
    for (int row = 0; row < input.transactions().size(); row++) {
      for (int use = uses.start(row); use < uses.end(row); use++) {
        rows.add(new Row(input, row, use));
      }
    }
    return rows;
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text(
            "transaction_class",
            row -> TransactionsTable.id(row.input().transactions(), row.row())),
        RowColumn.known(
            "service",
            row -> ServiceNames.of(row.input(), row.input().transactions().party(row.row()))),
        RowColumn.text("data_set", row -> row.table().dataSet()),
        RowColumn.text("schema", row -> row.table().schema()),
        RowColumn.text("table_name", row -> row.table().name()),
        RowColumn.flag("reads", row -> row.uses().reads(row.use())),
        RowColumn.flag("writes", row -> row.uses().writes(row.use())),
        RowColumn.flag("inferred_writes", row -> row.uses().infersWrite(row.use())));
  }
}
