package dev.watershed.cli.config;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A file.
 *
 * @param name as the configuration has it
 */
public record NamedFile(String name, Path path) {

  public NamedFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
  }
}
