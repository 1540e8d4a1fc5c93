package dev.watershed.analyzer.change;

import java.util.Objects;

/**
 * Where a change is written.
 *
 * @param path of the file
 * @param line from 1
 * @param column in it, in characters, from 1
 */
public record ChangePlace(String path, int line, int column) {

  public ChangePlace {
    Objects.requireNonNull(path, "path");
  }
}
