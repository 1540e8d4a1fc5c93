package dev.watershed.workload.catalog;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A step that a migration tool noted in its history table.
 *
 * @param schema where the history table is
 * @param tool such as {@code flyway}, {@code liquibase}, {@code rails}
 * @param version as the tool writes it
 * @param description empty if the tool keeps none
 * @param succeeded whether the tool says so
 */
public record Migration(
    String schema,
    String tool,
    String version,
    String description,
    Optional<Instant> appliedAt,
    boolean succeeded) {

  public Migration {
    Names.require(schema, "schema");
    Names.require(tool, "migration tool");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(appliedAt, "appliedAt");
  }
}
