package dev.watershed.sql.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * A definition and where it stands.
 *
 * @param schema the one in use; empty if the script has not said
 * @param line of its statement, from 1
 */
public record LocatedDefinition(Definition definition, Optional<String> schema, int line) {

  public LocatedDefinition {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(schema, "schema");
  }
}
