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
 * @param kind what the tool calls such a step, as Flyway's {@code BASELINE} and {@code UNDO_SQL};
 *     empty if it tells no kinds apart, or nobody could read which it is
 */
public record Migration(
    String schema,
    String tool,
    String version,
    String description,
    Optional<Instant> appliedAt,
    boolean succeeded,
    String kind) {

  public Migration {
    Names.require(schema, "schema");
    Names.require(tool, "migration tool");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(description, "description");
    Objects.requireNonNull(appliedAt, "appliedAt");
    Objects.requireNonNull(kind, "kind");
  }

  /** A step of which no kind is known. */
  public Migration(
      String schema,
      String tool,
      String version,
      String description,
      Optional<Instant> appliedAt,
      boolean succeeded) {
    this(schema, tool, version, description, appliedAt, succeeded, "");
  }
}
