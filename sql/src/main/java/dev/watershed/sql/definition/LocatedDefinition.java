package dev.watershed.sql.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * A definition and where it stands.
 *
 * @param schema the one in use; empty if the script has not said
 * @param line of its statement, from 1
 * @param column in it, in characters, from 1
 * @param foreignKeyChecks whether the script left the server's check of foreign keys on
 */
public record LocatedDefinition(
    Definition definition,
    Optional<String> schema,
    int line,
    int column,
    boolean foreignKeyChecks) {

  public LocatedDefinition {
    Objects.requireNonNull(definition, "definition");
    Objects.requireNonNull(schema, "schema");
  }
}
