package dev.watershed.sql.facts;

import java.util.Objects;
import java.util.Optional;

/**
 * A table that a statement uses.
 *
 * @param schema written before the name, or the statement's default schema; empty if neither is
 *     known
 * @param table its name, spelled as the catalog spells it where it is known there
 * @param presence whether a catalog has it
 */
public record TableRef(Optional<String> schema, String table, Presence presence) {

  /** Whether a catalog has a table. */
  public enum Presence {
    KNOWN,
    /** There is a catalog, and it does not have the table. */
    MISSING,
    /** No schema is named, and several have such a table. */
    AMBIGUOUS,
    /** There is no catalog to ask. */
    UNCHECKED
  }

  public TableRef {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(presence, "presence");
    if (table.isEmpty()) {
      throw new IllegalArgumentException("a table has a name");
    }
    if (presence == Presence.KNOWN && schema.isEmpty()) {
      throw new IllegalArgumentException("known table " + table + " without its schema");
    }
  }

  /** {@code schema.table}, or {@code table} where no schema is known. */
  public String qualifiedName() {
    return schema.map(name -> name + "." + table).orElse(table);
  }
}
