package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.GeneratedValue;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code columns}: a row per column of a table. */
final class ColumnsOfData {

  private ColumnsOfData() {}

  /**
   * A column.
   *
   * @param ordinal its position, from 1
   */
  record Row(JudgedCatalog.Place place, ColumnDefinition column, int ordinal) {

    static Stream<Row> of(JudgedCatalog.Place place) {
      List<ColumnDefinition> columns = place.table().definition().columns();
      return IntStream.range(0, columns.size())
          .mapToObj(at -> new Row(place, columns.get(at), at + 1));
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("columns", columns(), () -> JudgedCatalog.of(facts).rows(Row::of));
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("data_set", row -> row.place().dataSet()),
        RowColumn.text("schema", row -> row.place().schema()),
        RowColumn.text("table_name", row -> row.place().name()),
        RowColumn.count("ordinal", Row::ordinal),
        RowColumn.text("column_name", row -> row.column().name()),
        RowColumn.text("type", row -> row.column().type()),
        RowColumn.flag("nullable", row -> row.column().nullable()),
        RowColumn.known("charset", row -> row.column().charset()),
        RowColumn.known("collation_name", row -> row.column().collation()),
        RowColumn.known("default_value", row -> row.column().defaultValue()),
        RowColumn.flag("auto_increment", row -> row.column().autoIncrement()),
        RowColumn.known(
            "generated_as", row -> row.column().generated().map(GeneratedValue::expression)),
        RowColumn.flag("visible", row -> row.column().visible()),
        RowColumn.flag("commented", row -> row.column().commented()));
  }
}
