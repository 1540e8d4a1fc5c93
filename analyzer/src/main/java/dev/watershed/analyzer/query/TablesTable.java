package dev.watershed.analyzer.query;

import dev.watershed.analyzer.query.CatalogRows.Place;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.TableStatistics;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** A row per table of the newest catalogs. */
final class TablesTable {

  private TablesTable() {}

  /** A table and its figures. */
  record Row(Place place, Optional<TableStatistics> statistics) {

    static Row of(Place place) {
      return new Row(
          place, place.stored().catalog().statistics(place.schema(), place.table().name()));
    }

    OptionalLong figure(Function<TableStatistics, OptionalLong> of) {
      return statistics.map(of).orElse(OptionalLong.empty());
    }

    /** A number too large for a column of whole numbers is the largest one. */
    OptionalLong number(Function<TableStatistics, Optional<BigInteger>> of) {
      Optional<BigInteger> number = statistics.flatMap(of);
      return number.isPresent()
          ? OptionalLong.of(number.get().min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact())
          : OptionalLong.empty();
    }
  }

  static QueryTable<CatalogRows<Row>> table() {
    return new QueryTable<>(
        "tables",
        (QueryTable.OfStore<CatalogRows<Row>>)
            (source, reader) -> CatalogRows.of(source, place -> Stream.of(Row.of(place))),
        List.of(
            CatalogRows.text("server", row -> row.place().server()),
            CatalogRows.text("schema", row -> row.place().schema()),
            CatalogRows.text("table_name", row -> row.place().table().name()),
            CatalogRows.text("kind", row -> row.place().table().tableKind().key()),
            CatalogRows.known("engine", row -> row.place().table().engine()),
            CatalogRows.known("row_format", row -> row.place().table().rowFormat()),
            CatalogRows.known("collation_name", row -> row.place().table().collation()),
            CatalogRows.known(
                "partitioned_by",
                row -> row.place().table().partitioning().map(Partitioning::method)),
            CatalogRows.number(
                "column_count", row -> OptionalLong.of(row.place().table().columns().size())),
            CatalogRows.number(
                "index_count", row -> OptionalLong.of(row.place().table().indexes().size())),
            CatalogRows.number(
                "foreign_key_count",
                row -> OptionalLong.of(row.place().table().foreignKeys().size())),
            CatalogRows.number("row_count", row -> row.figure(TableStatistics::rows)),
            CatalogRows.number("data_bytes", row -> row.figure(TableStatistics::dataBytes)),
            CatalogRows.number("index_bytes", row -> row.figure(TableStatistics::indexBytes)),
            CatalogRows.number("auto_increment", row -> row.number(TableStatistics::autoIncrement)),
            CatalogRows.number(
                "auto_increment_limit", row -> row.number(TableStatistics::autoIncrementLimit))));
  }
}
