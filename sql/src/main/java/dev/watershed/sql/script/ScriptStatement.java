package dev.watershed.sql.script;

import java.util.Objects;

/**
 * A statement of a script.
 *
 * @param text without what separates it from the next one
 * @param line where it begins, from 1
 * @param column where it begins, in characters, from 1
 */
public record ScriptStatement(String text, int line, int column) {

  public ScriptStatement {
    Objects.requireNonNull(text, "text");
  }
}
