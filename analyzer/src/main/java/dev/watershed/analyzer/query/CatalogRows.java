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

  private static final long UNKNOWN = -1;

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
    return new PartColumn<>(
        QueryColumn.text(name),
        part -> ColumnValues.texts(row -> value.apply(part.all().get(row))));
  }

  static <T> PartColumn<CatalogRows<T>> known(String name, Function<T, Optional<String>> value) {
    return new PartColumn<>(
        QueryColumn.text(name),
        part -> ColumnValues.knownTexts(row -> value.apply(part.all().get(row))));
  }

  static <T> PartColumn<CatalogRows<T>> number(String name, Function<T, OptionalLong> value) {
    return new PartColumn<>(
        QueryColumn.integer(name),
        part ->
            ColumnValues.known(
                part.all().stream().mapToLong(row -> value.apply(row).orElse(UNKNOWN)).toArray(),
                UNKNOWN));
  }

  static <T> PartColumn<CatalogRows<T>> flag(String name, Predicate<T> value) {
    return new PartColumn<>(
        QueryColumn.flag(name),
        part ->
            ColumnValues.numbers(
                part.all().stream().mapToLong(row -> value.test(row) ? 1 : 0).toArray()));
  }
}
