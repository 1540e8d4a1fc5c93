package dev.watershed.sql.definition;

import java.util.Objects;

/**
 * CREATE EVENT.
 *
 * @param schedule what stands behind ON SCHEDULE
 */
public record CreateEvent(QualifiedName name, String schedule, boolean enabled, String body)
    implements Definition {

  public CreateEvent {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(body, "body");
  }
}
