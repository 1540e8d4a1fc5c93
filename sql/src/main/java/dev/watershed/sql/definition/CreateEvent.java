package dev.watershed.sql.definition;

import java.util.Objects;

/**
 * CREATE EVENT.
 *
 * @param existing what happens to an event of that name
 * @param schedule what stands behind ON SCHEDULE
 */
public record CreateEvent(
    QualifiedName name, Existing existing, String schedule, boolean enabled, String body)
    implements Definition {

  public CreateEvent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(existing, "existing");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(body, "body");
  }
}
