package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.stream.IntStream;

/** {@code new_statements}: a row per statement that the change brings. */
final class NewStatementsTable {

  private NewStatementsTable() {}

  /**
   * A statement.
   *
   * @param number from 1, in the order of the change
   */
  record Row(int number, ProposedChange.Query query) {}

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("new_statements", columns(), () -> rows(facts));
  }

  static List<Row> rows(FleetFacts facts) {
    List<ProposedChange.Query> queries =
        facts.change().map(ProposedChange::queries).orElse(List.of());
    return IntStream.range(0, queries.size())
        .mapToObj(at -> new Row(at + 1, queries.get(at)))
        .toList();
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.count("statement", Row::number),
        RowColumn.text("data_set", row -> row.query().dataSet()),
        RowColumn.known("schema", row -> row.query().schema()),
        RowColumn.text("digest", row -> Fingerprints.idOf(row.query().digest())),
        RowColumn.text("fingerprint", row -> row.query().fingerprint()),
        RowColumn.text("kind", row -> row.query().facts().kind().name()),
        RowColumn.known("service", row -> row.query().service()),
        RowColumn.known("source", row -> row.query().source()),
        RowColumn.text("path", row -> row.query().place().path()),
        RowColumn.count("line", row -> row.query().place().line()),
        RowColumn.count("column_number", row -> row.query().place().column()));
  }
}
