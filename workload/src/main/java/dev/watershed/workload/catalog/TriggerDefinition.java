package dev.watershed.workload.catalog;

import java.util.Objects;

/**
 * A trigger as it is defined.
 *
 * @param table whose rows fire it; of the same schema
 * @param before whether it runs before the row is changed, otherwise after
 * @param order 1 for the first of the triggers of a table, timing and event, then one more each
 * @param body without literals
 */
public record TriggerDefinition(
    String name, String table, boolean before, RowEvent event, int order, String body)
    implements CatalogObject {

  /** What fires a trigger. */
  public enum RowEvent {
    INSERT("insert"),
    UPDATE("update"),
    DELETE("delete");

    private final String key;

    RowEvent(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public TriggerDefinition {
    Names.require(name, "trigger");
    Names.require(table, "trigger's table");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(body, "body");
    if (order < 1) {
      throw new IllegalArgumentException("trigger " + name + " is the " + order + "th");
    }
  }

  @Override
  public ObjectKind kind() {
    return ObjectKind.TRIGGER;
  }
}
