package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code indexes}: a row per part of an index of a table. */
final class IndexesOfData {

  private IndexesOfData() {}

  /**
   * A part of an index.
   *
   * @param ordinal its position, from 1
   */
  record Row(JudgedCatalog.Place place, IndexDefinition index, int ordinal) {

    static Stream<Row> of(JudgedCatalog.Place place) {
      return place.table().definition().indexes().stream()
          .flatMap(
              index ->
                  IntStream.rangeClosed(1, index.parts().size())
                      .mapToObj(ordinal -> new Row(place, index, ordinal)));
    }

    IndexPart part() {
      return index.parts().get(ordinal - 1);
    }

    OptionalLong prefixLength() {
      return part().prefixLength().stream().asLongStream().findFirst();
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("indexes", columns(), () -> JudgedCatalog.of(facts).rows(Row::of));
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("data_set", row -> row.place().dataSet()),
        RowColumn.text("schema", row -> row.place().schema()),
        RowColumn.text("table_name", row -> row.place().name()),
        RowColumn.text("index_name", row -> row.index().name()),
        RowColumn.text("kind", row -> row.index().kind().key()),
        RowColumn.flag("is_unique", row -> row.index().unique()),
        RowColumn.flag("visible", row -> row.index().visible()),
        RowColumn.count("ordinal", Row::ordinal),
        RowColumn.known("column_name", row -> row.part().column()),
        RowColumn.known("expression", row -> row.part().expression()),
        RowColumn.whole("prefix_length", Row::prefixLength),
        RowColumn.flag("descending", row -> row.part().descending()));
  }
}
