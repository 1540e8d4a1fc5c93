package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.workload.catalog.ForeignKey;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code foreign_keys}: a row per foreign key of a table. */
final class ForeignKeysOfData {

  private ForeignKeysOfData() {}

  /** A foreign key. */
  record Row(JudgedCatalog.Place place, ForeignKey key) {

    static Stream<Row> of(JudgedCatalog.Place place) {
      return place.table().definition().foreignKeys().stream().map(key -> new Row(place, key));
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("foreign_keys", columns(), () -> JudgedCatalog.of(facts).rows(Row::of));
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("data_set", row -> row.place().dataSet()),
        RowColumn.text("schema", row -> row.place().schema()),
        RowColumn.text("table_name", row -> row.place().name()),
        RowColumn.text("foreign_key_name", row -> row.key().name()),
        RowColumn.texts("column_names", row -> row.key().columns()),
        RowColumn.text(
            "referenced_schema", row -> row.key().referencedSchema().orElse(row.place().schema())),
        RowColumn.text("referenced_table", row -> row.key().referencedTable()),
        RowColumn.texts("referenced_columns", row -> row.key().referencedColumns()),
        RowColumn.text("on_update", row -> row.key().onUpdate().name().toLowerCase(Locale.ROOT)),
        RowColumn.text("on_delete", row -> row.key().onDelete().name().toLowerCase(Locale.ROOT)));
  }
}
