package dev.watershed.collector.input;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * One log to read.
 *
 * @param name as the user named it
 * @param path the file; empty for standard input
 */
public record LogInput(String name, Optional<Path> path) {

  public LogInput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(path, "path");
  }

  /** Standard input, named {@code -}. */
  public static LogInput standardInput() {
    return new LogInput("-", Optional.empty());
  }
}
