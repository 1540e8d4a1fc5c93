package dev.watershed.collector.migration;

import java.util.Optional;

/**
 * A text to be read: a file, or what a change set has of it, with blanks in the place of the rest.
 *
 * @param text with every line where it is in the file
 */
record Part(MigrationFile file, Optional<String> version, String text) {

  /** A whole file. */
  static Part of(MigrationFile file, Optional<String> version) {
    return new Part(file, version, file.text());
  }
}
