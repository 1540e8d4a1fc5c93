package dev.watershed.rules.table;

import dev.watershed.analyzer.query.RowColumn;
import dev.watershed.analyzer.query.RowTable;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.FleetTables;
import dev.watershed.workload.catalog.Partitioning;
import dev.watershed.workload.catalog.TableStatistics;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;

/** {@code tables}: a row per base table, with its size and its declared owner. */
final class TablesOfData {

  private TablesOfData() {}

  /** A table and what is known of it. */
  record Row(JudgedCatalog.Place place, Optional<String> owner) {

    OptionalLong figure(Function<TableStatistics, OptionalLong> of) {
      return place.table().statistics().map(of).orElse(OptionalLong.empty());
    }

    /** A number too large for a column of whole numbers is the largest one. */
    OptionalLong number(Function<TableStatistics, Optional<BigInteger>> of) {
      return place.table().statistics().flatMap(of).stream()
          .mapToLong(each -> each.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact())
          .findFirst();
    }
  }

  static RowTable<Row> of(FleetFacts facts) {
    return new RowTable<>("tables", columns(), () -> rows(facts));
  }

  private static List<Row> rows(FleetFacts facts) {
    JudgedCatalog catalog = JudgedCatalog.of(facts);
    return catalog.rows(place -> Stream.of(new Row(place, catalog.owner(place))));
  }

  private static List<RowColumn<Row>> columns() {
    return List.of(
        RowColumn.text("data_set", row -> row.place().dataSet()),
        RowColumn.text("schema", row -> row.place().schema()),
        RowColumn.text("table_name", row -> row.place().name()),
        RowColumn.known("owner", Row::owner),
        RowColumn.known("engine", row -> row.place().table().definition().engine()),
        RowColumn.known("row_format", row -> row.place().table().definition().rowFormat()),
        RowColumn.known("collation_name", row -> row.place().table().definition().collation()),
        RowColumn.known(
            "partitioned_by",
            row -> row.place().table().definition().partitioning().map(Partitioning::method)),
        RowColumn.count("column_count", row -> row.place().table().definition().columns().size()),
        RowColumn.count("index_count", row -> row.place().table().definition().indexes().size()),
        RowColumn.count(
            "foreign_key_count", row -> row.place().table().definition().foreignKeys().size()),
        RowColumn.flag("commented", row -> row.place().table().definition().commented()),
        RowColumn.whole("row_count", row -> FleetTables.rows(row.place().table())),
        RowColumn.whole("data_bytes", row -> row.figure(TableStatistics::dataBytes)),
        RowColumn.whole("index_bytes", row -> row.figure(TableStatistics::indexBytes)),
        RowColumn.whole("auto_increment", row -> row.number(TableStatistics::autoIncrement)),
        RowColumn.whole(
            "auto_increment_limit", row -> row.number(TableStatistics::autoIncrementLimit)));
  }
}
