package dev.watershed.analyzer.inference;

import java.util.Objects;

/**
 * A step from a statement to a table that it does not name.
 *
 * @param name {@code schema.name}; of a foreign key {@code schema.table.name}
 * @param cause what leads to it, such as {@code after update on member.members}; empty for what is
 *     called or named
 */
public record Link(Kind kind, String name, String cause) {

  /** What leads on. */
  public enum Kind {
    TRIGGER("trigger"),
    /** A foreign key that changes or deletes the rows that refer to a row. */
    CASCADE("cascade"),
    PROCEDURE("procedure"),
    FUNCTION("function"),
    VIEW("view"),
    EVENT("event");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /** The name in files and reports, stable from version to version. */
    public String key() {
      return key;
    }
  }

  public Link {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(cause, "cause");
  }

  /** What is called or named. */
  static Link to(Kind kind, String name) {
    return new Link(kind, name, "");
  }

  /** The words for people: {@code trigger member.members_au after update on member.members}. */
  public String text() {
    return kind.key() + " " + name + (cause.isEmpty() ? "" : " " + cause);
  }
}
