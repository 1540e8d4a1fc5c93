package dev.watershed.analyzer.inference;

import dev.watershed.analyzer.saying.Saying;
import java.util.Objects;

/**
 * A step from a statement to a table that it does not name.
 *
 * @param name {@code schema.name}; of a foreign key {@code schema.table.name}
 * @param saidCause what leads to it, such as {@code after update on member.members}; empty for what
 *     is called or named
 */
public record Link(Kind kind, String name, Saying saidCause) {

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
    Objects.requireNonNull(saidCause, "saidCause");
  }

  /** What is called or named. */
  static Link to(Kind kind, String name) {
    return new Link(kind, name, Saying.nothing());
  }

  /** The words for people: {@code trigger member.members_au after update on member.members}. */
  public String text() {
    return said().text();
  }

  /** The same for every language. */
  public Saying said() {
    Saying said =
        Saying.of("link", "{0} {1}", Saying.of("link-kind." + kind.key(), kind.key()), name);
    return cause().isEmpty() ? said : Saying.of("link.cause", "{0} {1}", said, saidCause);
  }

  /** What leads to it in English; empty for what is called or named. */
  public String cause() {
    return saidCause.text();
  }
}
