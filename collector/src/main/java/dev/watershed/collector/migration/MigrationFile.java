package dev.watershed.collector.migration;

import java.util.Objects;

/**
 * A file of migrations.
 *
 * @param path as people name it, with {@code /} between folders
 */
public record MigrationFile(String path, String text) {

  public MigrationFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(text, "text");
  }

  /** Its name without folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
