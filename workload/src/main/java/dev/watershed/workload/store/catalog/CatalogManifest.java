package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.store.text.TextId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A catalog as its window holds it: the schemas by their ids, and what is not content-addressed.
 *
 * @param schemas ordered by name
 */
public record CatalogManifest(
    Instant takenAt,
    Optional<String> serverVersion,
    List<SchemaEntry> schemas,
    List<TableStatistics> statistics,
    List<Migration> migrations,
    List<CatalogGap> gaps) {

  /** A schema and the id of its text. */
  public record SchemaEntry(String name, TextId id) {}

  public CatalogManifest {
    schemas = List.copyOf(schemas);
    statistics = List.copyOf(statistics);
    migrations = List.copyOf(migrations);
    gaps = List.copyOf(gaps);
  }
}
