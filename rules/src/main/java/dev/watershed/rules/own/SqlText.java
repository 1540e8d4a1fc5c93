package dev.watershed.rules.own;

import java.util.Objects;

/**
 * A text of SQL and where it is written.
 *
 * @param file as people know it
 * @param firstLine where it begins, from 1
 */
public record SqlText(String text, String file, int firstLine) {

  public SqlText {
    Objects.requireNonNull(file, "file");
    if (text.isBlank()) {
      throw new IllegalArgumentException("expected a SELECT");
    }
    if (firstLine < 1) {
      throw new IllegalArgumentException("line " + firstLine);
    }
  }

  /**
   * The place of one of its lines, {@code file:line}.
   *
   * @param line from 1
   */
  String place(int line) {
    return file + ":" + (firstLine + line - 1);
  }

  /** Without what would end the statement too early within another one. */
  String open() {
    return text.strip().replaceFirst("[;\\s]+$", "");
  }
}
