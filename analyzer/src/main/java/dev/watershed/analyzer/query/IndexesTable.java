package dev.watershed.analyzer.query;

import dev.watershed.analyzer.query.CatalogRows.Place;
import dev.watershed.workload.catalog.IndexDefinition;
import dev.watershed.workload.catalog.IndexPart;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A row per part of an index of the newest catalogs. */
final class IndexesTable {

  private IndexesTable() {}

  /** A part of an index and its position, from 1. */
  record Row(Place place, IndexDefinition index, IndexPart part, int position) {

    static Stream<Row> of(Place place) {
      return place.table().indexes().stream()
          .flatMap(
              index ->
                  IntStream.range(0, index.parts().size())
                      .mapToObj(at -> new Row(place, index, index.parts().get(at), at + 1)));
    }

    OptionalLong prefixLength() {
      return part.prefixLength().isPresent()
          ? OptionalLong.of(part.prefixLength().getAsInt())
          : OptionalLong.empty();
    }
  }

  static QueryTable<CatalogRows<Row>> table() {
    return new QueryTable<>(
        "indexes",
        (QueryTable.OfStore<CatalogRows<Row>>) (source, reader) -> CatalogRows.of(source, Row::of),
        List.of(
            CatalogRows.text("server", row -> row.place().server()),
            CatalogRows.text("schema", row -> row.place().schema()),
            CatalogRows.text("table_name", row -> row.place().table().name()),
            CatalogRows.text("index_name", row -> row.index().name()),
            CatalogRows.text("kind", row -> row.index().kind().key()),
            CatalogRows.flag("is_unique", row -> row.index().unique()),
            CatalogRows.flag("visible", row -> row.index().visible()),
            CatalogRows.number("ordinal", row -> OptionalLong.of(row.position())),
            CatalogRows.known("column_name", row -> row.part().column()),
            CatalogRows.known("expression", row -> row.part().expression()),
            CatalogRows.number("prefix_length", Row::prefixLength),
            CatalogRows.flag("descending", row -> row.part().descending())));
  }
}
