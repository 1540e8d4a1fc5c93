package dev.watershed.workload.catalog;

import java.util.List;
import java.util.Objects;

/**
 * An index as it is defined.
 *
 * @param name {@value #PRIMARY} for the primary key
 * @param visible whether the optimizer may use it; not so if it is INVISIBLE, or IGNORED (MariaDB)
 * @param commented whether there is a comment
 * @param parts at least one, in their order
 */
public record IndexDefinition(
    String name,
    boolean unique,
    IndexKind kind,
    boolean visible,
    boolean commented,
    List<IndexPart> parts) {

  /** The name of every primary key. */
  public static final String PRIMARY = "PRIMARY";

  public IndexDefinition {
    Names.require(name, "index");
    Objects.requireNonNull(kind, "kind");
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("index " + name + " has no part");
    }
  }

  /** Whether this is the primary key. */
  public boolean primary() {
    return name.equals(PRIMARY);
  }
}
