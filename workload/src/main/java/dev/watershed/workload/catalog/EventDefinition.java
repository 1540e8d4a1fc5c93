package dev.watershed.workload.catalog;

import java.util.Objects;

/**
 * An event as it is defined.
 *
 * @param schedule such as {@code EVERY ? DAY}, without literals
 * @param enabled whether it runs on this server
 * @param body without literals
 */
public record EventDefinition(String name, String schedule, boolean enabled, String body)
    implements CatalogObject {

  public EventDefinition {
    Names.require(name, "event");
    Objects.requireNonNull(schedule, "schedule");
    Objects.requireNonNull(body, "body");
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.EVENT;
  }
}
