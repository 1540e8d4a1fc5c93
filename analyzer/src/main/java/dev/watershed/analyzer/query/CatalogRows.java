package dev.watershed.analyzer.query;

import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.store.StoredCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rows made of the tables in the newest catalogs.
 *
 * @param <T> a row
 */
record CatalogRows<T>(List<T> all) implements TablePart.OfStore {

  CatalogRows {
    all = List.copyOf(all);
  }

  /** A table and where it is. */
  record Place(StoredCatalog stored, String schema, TableDefinition table) {

    String server() {
      return stored.server();
    }
  }

  @Override
  public int rows() {
    return all.size();
  }

  static <T> CatalogRows<T> of(QuerySource source, Function<Place, Stream<T>> rowsOf) {
    List<T> rows = new ArrayList<>();
    for (StoredCatalog stored : source.catalogs()) {
      for (SchemaDefinition schema : stored.catalog().schemas()) {
        for (TableDefinition table : schema.tables()) {
          rowsOf.apply(new Place(stored, schema.name(), table)).forEach(rows::add);
        }
      }
    }
    return new CatalogRows<>(rows);
  }

  static <T> PartColumn<CatalogRows<T>> text(String name, Function<T, String> value) {
    return column(RowColumn.text(name, value));
  }

  static <T> PartColumn<CatalogRows<T>> known(String name, Function<T, Optional<String>> value) {
    return column(RowColumn.known(name, value));
  }

  static <T> PartColumn<CatalogRows<T>> number(String name, Function<T, OptionalLong> value) {
    return column(RowColumn.whole(name, value));
  }

  static <T> PartColumn<CatalogRows<T>> flag(String name, Predicate<T> value) {
    return column(RowColumn.flag(name, value));
  }

  private static <T> PartColumn<CatalogRows<T>> column(RowColumn<T> column) {
    return new PartColumn<>(column.column(), part -> column.values(part.all()));
  }
}
