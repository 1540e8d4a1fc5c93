package dev.watershed.cli.command;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A bundle that is read.
 *
 * @param name as the user wrote it, for messages
 * @param path where it is
 */
public record BundleFile(String name, Path path) {

  public BundleFile {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
  }
}
