package dev.watershed.analyzer.snapshot;

import dev.watershed.analyzer.index.input.WatchedMinutes;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.CatalogObject;
import dev.watershed.workload.catalog.IndexAges;
import dev.watershed.workload.catalog.SchemaDefinition;
import dev.watershed.workload.catalog.TableDefinition;
import dev.watershed.workload.observation.Observations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a snapshot says of the age of indexes: a catalog as it would have been before the first
 * minute, with those indexes alone that were watched as long as the server.
 */
public final class EarlierCatalog {

  private EarlierCatalog() {}

  /** Empty where the use of indexes was not watched, so that nobody asks for their age. */
  public static Optional<Catalog> of(Catalog catalog, IndexAges ages, Observations observed) {
    WatchedMinutes minutes = new WatchedMinutes(observed);
    double whole = minutes.seconds();
    if (whole <= 0) {
      return Optional.empty();
    }
    Predicate<Instant> early = since -> minutes.seconds(since) >= whole;
    return Optional.of(
        new Catalog(
            Instant.EPOCH,
            catalog.serverVersion(),
            catalog.schemas().stream().map(schema -> early(schema, ages, early)).toList(),
            List.of(),
            List.of(),
            List.of()));
  }

  private static SchemaDefinition early(
      SchemaDefinition schema, IndexAges ages, Predicate<Instant> early) {
    List<CatalogObject> objects =
        schema.objects().stream()
            .map(
                object ->
                    object instanceof TableDefinition table
                        ? early(schema.name(), table, ages, early)
                        : object)
            .toList();
    return new SchemaDefinition(schema.name(), schema.charset(), schema.collation(), objects);
  }

  private static CatalogObject early(
      String schema, TableDefinition table, IndexAges ages, Predicate<Instant> early) {
    return table.withIndexes(
        table.indexes().stream()
            .filter(
                index ->
                    ages.of(new IndexAges.Name(schema, table.name(), index.name()))
                        .filter(early)
                        .isPresent())
            .toList());
  }
}
