package dev.watershed.analyzer.change;

import java.util.Objects;

/**
 * The table that a change is about, by its name before it; another object likewise.
 *
 * @param place of the statement, or of its clause
 */
public record ChangedTable(ChangePlace place, String schema, String table) {

  public ChangedTable {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
  }
}
