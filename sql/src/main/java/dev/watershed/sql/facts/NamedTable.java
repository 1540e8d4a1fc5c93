package dev.watershed.sql.facts;

import dev.watershed.sql.lexical.TableUse;
import java.util.Objects;

/**
 * A table and one use of it.
 *
 * @param throughView whether only a view names it
 */
public record NamedTable(TableRef table, TableUse use, boolean throughView) {

  public NamedTable {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(use, "use");
  }
}
