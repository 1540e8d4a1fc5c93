package dev.watershed.sql.comment;

import java.util.Objects;
import java.util.Optional;

/**
 * A comment of a script.
 *
 * @param text without its delimiters
 * @param line where it begins, from 1
 * @param about the lines of what it is written to; empty where nothing follows
 */
public record ScriptComment(String text, int line, Optional<Lines> about) {

  /**
   * Lines of a script.
   *
   * @param first from 1
   * @param last the same or behind it
   */
  public record Lines(int first, int last) {

    public Lines {
      if (first < 1 || last < first) {
        throw new IllegalArgumentException("lines " + first + " to " + last);
      }
    }
  }

  public ScriptComment {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(about, "about");
  }
}
