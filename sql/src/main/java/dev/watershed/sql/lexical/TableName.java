package dev.watershed.sql.lexical;

import java.util.Optional;

/** A table's name with the schema written before it, if any. */
record TableName(Optional<String> schema, String table) {

  /** Whether this names the other table; letter case and an absent schema do not tell apart. */
  boolean mayBe(TableName other) {
    boolean sameSchema =
        schema.isEmpty()
            || other.schema.isEmpty()
            || schema.get().equalsIgnoreCase(other.schema.get());
    return sameSchema && table.equalsIgnoreCase(other.table);
  }
}
