package dev.watershed.sql.lexical;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What a statement does to a table that it names, if it does anything: an INSERT with ON DUPLICATE
 * KEY inserts or updates, a REPLACE inserts and may delete.
 *
 * @param schema the schema written before the name; empty if none was
 * @param table the name as written, without its quotes; never empty
 * @param columns those that an UPDATE assigns, in lower case; empty for other actions
 */
public record TableAction(
    Optional<String> schema, String table, RowAction action, Set<String> columns) {

  public TableAction {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(action, "action");
    columns = Set.copyOf(columns);
    if (table.isEmpty()) {
      throw new IllegalArgumentException("a table has a name");
    }
  }
}
