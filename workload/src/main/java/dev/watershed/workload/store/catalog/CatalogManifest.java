package dev.watershed.workload.store.catalog;

import dev.watershed.workload.catalog.CatalogGap;
import dev.watershed.workload.catalog.Migration;
import dev.watershed.workload.catalog.TableStatistics;
import dev.watershed.workload.store.text.TextId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
    requireOnce(schemas.stream().map(SchemaEntry::name), schemas.size(), "schemas");
    requireOnce(
        statistics.stream().map(table -> List.of(table.schema(), table.table())),
        statistics.size(),
        "statistics");
  }

  private static void requireOnce(Stream<?> names, int size, String what) {
    if (names.distinct().count() != size) {
      throw new IllegalArgumentException("two " + what + " of one name");
    }
  }
}
