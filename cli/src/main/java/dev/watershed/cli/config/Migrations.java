package dev.watershed.cli.config;

import dev.watershed.collector.migration.MigrationTool;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the files stand that make tables.
 *
 * @param files a folder, a file or a glob
 * @param schema of tables whose names have none
 * @param tool that runs them; empty where the files tell
 * @param server on which they run; empty where the schemas tell
 */
public record Migrations(
    PathPattern files,
    Optional<String> schema,
    Optional<MigrationTool> tool,
    Optional<String> server) {

  public Migrations {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(server, "server");
  }
}
