package dev.watershed.sql.parse;

import java.util.Objects;
import java.util.Optional;

/**
 * A name as a statement writes it, without quotes: a table perhaps with its schema, or a column
 * perhaps with its table.
 *
 * @param qualifier what stands before the dot
 */
public record WrittenName(Optional<String> qualifier, String name) {

  public WrittenName {
    Objects.requireNonNull(qualifier, "qualifier");
    Objects.requireNonNull(name, "name");
  }
}
