package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.lexical.TableUse;
import java.util.List;
import java.util.Locale;

/** {@code new_statement_tables}: a row per new statement, and use of a table that it names. */
final class NewStatementTablesTable {

  private NewStatementTablesTable() {}

  /** A use. */
  record Row(int statement, NamedTable named) {}

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>(
        "new_statement_tables",
        List.of(
            RowColumn.count("statement", Row::statement),
            RowColumn.known("schema", row -> row.named().table().schema()),
            RowColumn.text("table_name", row -> row.named().table().table()),
            RowColumn.text(
                "presence", row -> row.named().table().presence().name().toLowerCase(Locale.ROOT)),
            RowColumn.flag("reads", row -> row.named().use() == TableUse.READ),
            RowColumn.flag("writes", row -> row.named().use() == TableUse.WRITE)),
        () -> rows(facts));
  }

  private static List<Row> rows(FleetFacts facts) {
    return NewStatementsTable.rows(facts).stream()
        .flatMap(
            row -> row.query().facts().tables().stream().map(named -> new Row(row.number(), named)))
        .toList();
  }
}
