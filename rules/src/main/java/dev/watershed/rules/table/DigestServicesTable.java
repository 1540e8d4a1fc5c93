package dev.watershed.rules.table;

import dev.watershed.analyzer.coupling.input.CoupledStatement;
import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * {@code digest_services}: a row per digest, set of data, schema and service that sends it there.
 */
final class DigestServicesTable {

  private DigestServicesTable() {}

  /**
   * A service and a statement.
   *
   * @param touch a row of the touches
   */
  record Row(CouplingInput input, int touch) {

    CoupledStatement statement() {
      return input.statements().get(input.touches().statement(touch));
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("digest_services", columns(), () -> rows(facts.coupling().input()));
  }

  private static List<Row> rows(CouplingInput input) {
    return IntStream.range(0, input.touches().size())
        .mapToObj(touch -> new Row(input, touch))
        .toList();
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("digest", row -> Fingerprints.idOf(row.statement().digest())),
        RowColumn.text("data_set", row -> row.statement().dataSet()),
        RowColumn.known("schema", row -> row.statement().schema()),
        RowColumn.known(
            "service",
            row -> ServiceNames.of(row.input(), row.input().touches().party(row.touch()))),
        RowColumn.number(
            "calls", row -> OptionalDouble.of(row.input().touches().calls(row.touch()))),
        RowColumn.number(
            "query_time_micros",
            row -> OptionalDouble.of(row.input().touches().timeMicros(row.touch()))),
        RowColumn.number(
            "rows_examined",
            row -> OptionalDouble.of(row.input().touches().rowsExamined(row.touch()))),
        RowColumn.flag("estimated", row -> row.input().touches().estimated(row.touch())));
  }
}
