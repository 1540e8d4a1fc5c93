package dev.watershed.sql.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * CREATE TRIGGER.
 *
 * @param existing what happens to a trigger of that name
 * @param event INSERT, UPDATE or DELETE
 * @param follows the trigger that it runs behind
 * @param precedes the trigger that it runs before
 */
public record CreateTrigger(
    QualifiedName name,
    Existing existing,
    QualifiedName table,
    boolean before,
    String event,
    Optional<String> follows,
    Optional<String> precedes,
    String body)
    implements Definition {

  public CreateTrigger {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existing, "existing");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(follows, "follows");
    Objects.requireNonNull(precedes, "precedes");
    Objects.requireNonNull(body, "body");
  }
}
