package dev.watershed.analyzer.query;

import dev.watershed.analyzer.query.CatalogRows.Place;
import dev.watershed.workload.catalog.ColumnDefinition;
import dev.watershed.workload.catalog.GeneratedValue;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row per column of the newest catalogs. */
final class ColumnsTable {

  private ColumnsTable() {}

  /** A column and its position, from 1. */
  record Row(Place place, ColumnDefinition column, int position) {

    static Stream<Row> of(Place place) {
      List<ColumnDefinition> columns = place.table().columns();
      return IntStream.range(0, columns.size())
          .mapToObj(index -> new Row(place, columns.get(index), index + 1));
    }
  }

  static QueryTable<CatalogRows<Row>> table() {
    return new QueryTable<>(
        "columns",
        (QueryTable.OfStore<CatalogRows<Row>>) (source, reader) -> CatalogRows.of(source, Row::of),
        List.of(
            CatalogRows.text("server", row -> row.place().server()),
            CatalogRows.text("schema", row -> row.place().schema()),
            CatalogRows.text("table_name", row -> row.place().table().name()),
            CatalogRows.number("ordinal", row -> OptionalLong.of(row.position())),
            CatalogRows.text("column_name", row -> row.column().name()),
            CatalogRows.text("type", row -> row.column().type()),
            CatalogRows.flag("nullable", row -> row.column().nullable()),
            CatalogRows.known("charset", row -> row.column().charset()),
            CatalogRows.known("collation_name", row -> row.column().collation()),
            CatalogRows.known("default_value", row -> row.column().defaultValue()),
            CatalogRows.flag("auto_increment", row -> row.column().autoIncrement()),
            CatalogRows.known(
                "generated_as", row -> row.column().generated().map(GeneratedValue::expression)),
            CatalogRows.flag("visible", row -> row.column().visible())));
  }
}
