package dev.watershed.rules.table;

import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CoupledTable;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.coupling.input.TableUses;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.ArrayList;
import java.util.List;

/** {@code digest_tables}: a row per digest, set of data, schema, and table that it uses. */
final class DigestTablesTable {

  private DigestTablesTable() {}

  /**
   * A use.
   *
   * @param flags of {@link TableUses}
   */
  record Row(CoupledStatement statement, CoupledTable table, int flags) {

    boolean has(int flag) {
      return (flags & flag) != 0;
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("digest_tables", columns(), () -> rows(facts.coupling().input()));
  }

  private static List<Row> rows(CouplingInput input) {
    List<Row> rows = new ArrayList<>(input.uses().size());
    for (int statement = 0; statement < input.statements().size(); statement++) {
      for (int use = input.uses().start(statement); use < input.uses().end(statement); use++) {
        rows.add(
            new Row(
                input.statements().get(statement),
                input.tables().get(input.uses().table(use)),
                input.uses().flags(use)));
      }
    }
    return rows;
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("digest", row -> Fingerprints.idOf(row.statement().digest())),
        RowColumn.text("data_set", row -> row.table().dataSet()),
        RowColumn.known("statement_schema", row -> row.statement().schema()),
        RowColumn.text("schema", row -> row.table().schema()),
        RowColumn.text("table_name", row -> row.table().name()),
        RowColumn.flag("reads", row -> row.has(TableUses.READ)),
        RowColumn.flag("writes", row -> row.has(TableUses.WRITE)),
        RowColumn.flag("inferred_reads", row -> row.has(TableUses.INFERRED_READ)),
        RowColumn.flag("inferred_writes", row -> row.has(TableUses.INFERRED_WRITE)));
  }
}
