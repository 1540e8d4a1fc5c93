package dev.watershed.sql.definition;

import java.util.Objects;

/**
 * A statement that could not be read; it is left out.
 *
 * @param line of the place, from 1
 * @param column in it, in characters, from 1
 * @param offset of the place in the script's UTF-8 bytes
 * @param message a sentence, without literals
 */
public record DefinitionIssue(int line, int column, long offset, String message) {

  public DefinitionIssue {
    Objects.requireNonNull(message, "message");
  }
}
