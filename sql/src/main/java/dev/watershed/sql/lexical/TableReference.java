package dev.watershed.sql.lexical;

import java.util.Objects;
import java.util.Optional;

/**
 * A table or view that a statement names.
 *
 * @param schema the schema written before the name; empty if none was, then the session's holds
 * @param table the name as written, without its quotes; never empty
 * @param use read or written
 */
public record TableReference(Optional<String> schema, String table, TableUse use) {

  public TableReference {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(use, "use");
    if (table.isEmpty()) {
      throw new IllegalArgumentException("a table has a name");
    }
  }

  /** {@code schema.table}, or {@code table} where the statement names no schema. */
  public String qualifiedName() {
    return schema.map(name -> name + "." + table).orElse(table);
  }
}
