package dev.watershed.sql.lexical;

import java.util.Objects;
import java.util.Optional;

/**
 * A name that may be that of a stored routine.
 *
 * @param schema the schema written before the name; empty if none was
 * @param procedure whether it is called by CALL; otherwise a name with parentheses behind it, which
 *     may as well be a function of the server or something else
 */
public record RoutineCall(Optional<String> schema, String name, boolean procedure) {

  public RoutineCall {
    Objects.requireNonNull(schema, "schema");
    if (name.isEmpty()) {
      throw new IllegalArgumentException("a routine has a name");
    }
  }

  /** {@code schema.name}, or {@code name} where no schema was written. */
  public String qualifiedName() {
    return schema.map(before -> before + "." + name).orElse(name);
  }
}
