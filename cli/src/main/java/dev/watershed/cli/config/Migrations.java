package dev.watershed.cli.config;

import java.util.Objects;
import java.util.Optional;

/**
 * Where the files stand that make tables.
 *
 * @param files a folder, a file or a glob
 * @param schema of tables whose names have none
 */
public record Migrations(PathPattern files, Optional<String> schema) {

  public Migrations {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(schema, "schema");
  }
}
