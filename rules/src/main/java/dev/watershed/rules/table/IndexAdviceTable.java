package dev.watershed.rules.table;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.result.PlannedAdvice;
import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.OptionalDouble;

/** {@code index_advice}: a row per index to add, to change or to drop. */
final class IndexAdviceTable {

  private IndexAdviceTable() {}

  /** An advice and the set of data that it is about. */
  record Row(String dataSet, PlannedAdvice advice) {}

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("index_advice", columns(), () -> rows(facts));
  }

  private static List<Row> rows(FleetFacts facts) {
    return facts.data().stream()
        .flatMap(
            data -> data.advice().indexes().stream().map(advice -> new Row(data.name(), advice)))
        .toList();
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("advice", row -> row.advice().id()),
        RowColumn.text("kind", row -> row.advice().advice().kind().key()),
        RowColumn.text("data_set", Row::dataSet),
        RowColumn.text("schema", row -> row.advice().advice().schema()),
        RowColumn.text("table_name", row -> row.advice().advice().table()),
        RowColumn.text("index_name", row -> row.advice().advice().index().name()),
        RowColumn.texts(
            "index_parts",
            row -> row.advice().advice().index().parts().stream().map(IndexPart::subject).toList()),
        RowColumn.text("confidence", row -> row.advice().advice().confidence().key()),
        RowColumn.number("load_share", row -> OptionalDouble.of(loadShare(row))),
        RowColumn.texts("digests", row -> digests(row)),
        RowColumn.whole("index_bytes", row -> row.advice().advice().bytes()));
  }

  /** The part of the server's statement time that the statements take which it would help. */
  private static double loadShare(Row row) {
    return row.advice().advice().effects().stream().mapToDouble(DigestEffect::loadShare).sum();
  }

  private static List<String> digests(Row row) {
    return row.advice().advice().effects().stream()
        .map(effect -> Fingerprints.idOf(effect.digest()))
        .toList();
  }
}
