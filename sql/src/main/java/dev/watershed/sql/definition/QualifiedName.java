package dev.watershed.sql.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * A name with the schema written before it.
 *
 * @param schema empty if none was written, then the one in use holds
 */
public record QualifiedName(Optional<String> schema, String name) {

  public QualifiedName {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(name, "name");
  }
}
