package dev.watershed.collector.migration;

import java.util.Objects;

/**
 * Something to say about a file.
 *
 * @param line from 1; 1 where the whole file is meant
 * @param column in it, in characters, from 1
 * @param message a sentence, without literals
 */
public record MigrationRemark(String path, int line, int column, String message) {

  public MigrationRemark {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(message, "message");
  }

  /** About a whole file. */
  static MigrationRemark of(MigrationFile file, String message) {
    return new MigrationRemark(file.path(), 1, 1, message);
  }
}
