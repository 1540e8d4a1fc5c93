package dev.watershed.rules.verdict;

import java.util.Objects;

/**
 * Where what was violated is written.
 *
 * @param path of the file, as it was given
 * @param line from 1
 * @param column from 1
 */
public record Location(String path, int line, int column) {

  public Location {
    Objects.requireNonNull(path, "path");
    if (line < 1 || column < 1) {
      throw new IllegalArgumentException(path + ": line " + line + ", column " + column);
    }
  }

  @Override
  public String toString() {
    return path + ":" + line + ":" + column;
  }
}
