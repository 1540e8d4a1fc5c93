package dev.watershed.analyzer.consolidation.whatif;

import dev.watershed.analyzer.saying.Saying;
import java.util.Objects;

/**
 * What stands in the way of moving a table.
 *
 * @param prevents whether the move cannot be made before it is gone; otherwise a view, trigger or
 *     routine has to be made again afterwards, and a schema or setting has to be looked at before
 * @param subject the foreign key, view, trigger or routine, with its schema; the schema or setting
 * @param said what it is and what to do, one clause
 */
public record Obstacle(Kind kind, boolean prevents, String subject, Saying said)
    implements Comparable<Obstacle> {

  /** What it is. */
  public enum Kind {
    FOREIGN_KEY("foreign-key"),
    VIEW("view"),
    TRIGGER("trigger"),
    ROUTINE("routine"),
    SCHEMA("schema"),
    SETTING("setting");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public Obstacle {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(said, "said");
  }

  /** By kind and subject, and of one subject by what is said of it. */
  @Override
  public int compareTo(Obstacle other) {
    int order = kind.compareTo(other.kind);
    order = order != 0 ? order : subject.compareTo(other.subject);
    return order != 0 ? order : message().compareTo(other.message());
  }

  /** What it is and what to do in English. */
  public String message() {
    return said.text();
  }
}
