package dev.watershed.workload.catalog;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The catalog of one server at one time.
 *
 * @param takenAt when the server was so
 * @param serverVersion as the server says it, such as {@code 9.7.4} or {@code 10.11.14-MariaDB};
 *     empty if unknown
 * @param schemas ordered by name, each once
 * @param statistics ordered by schema and table, each table at most once; not every table has some
 * @param migrations what migration tools noted, in the order of their notes
 * @param gaps what could not be read: with some, a table that is not here may exist
 */
public record Catalog(
    Instant takenAt,
    Optional<String> serverVersion,
    List<SchemaDefinition> schemas,
    List<TableStatistics> statistics,
    List<Migration> migrations,
    List<CatalogGap> gaps) {

  public Catalog {
    Objects.requireNonNull(takenAt, "takenAt");
    Objects.requireNonNull(serverVersion, "serverVersion");
    schemas = schemas.stream().sorted(Comparator.comparing(SchemaDefinition::name)).toList();
    statistics =
        statistics.stream()
            .sorted(
                Comparator.comparing(TableStatistics::schema).thenComparing(TableStatistics::table))
            .toList();
    migrations = List.copyOf(migrations);
    gaps = List.copyOf(gaps);
    Set<String> names = new HashSet<>();
    for (SchemaDefinition schema : schemas) {
      if (!names.add(schema.name())) {
        throw new IllegalArgumentException("two schemas called " + schema.name());
      }
    }
    Set<List<String>> tables = new HashSet<>();
    for (TableStatistics table : statistics) {
      if (!tables.add(List.of(table.schema(), table.table()))) {
        throw new IllegalArgumentException(
            "two statistics of " + table.schema() + "." + table.table());
      }
    }
  }

  /** The schema of this name, in exactly this spelling. */
  public Optional<SchemaDefinition> schema(String name) {
    return schemas.stream().filter(schema -> schema.name().equals(name)).findFirst();
  }

  /** The figures about a table, in exactly this spelling. */
  public Optional<TableStatistics> statistics(String schema, String table) {
    return statistics.stream()
        .filter(found -> found.schema().equals(schema) && found.table().equals(table))
        .findFirst();
  }
}
