package dev.watershed.analyzer.ranking;

import java.util.Objects;

/**
 * A table that a statement names.
 *
 * @param name {@code schema.table}, or {@code table} where no schema is known
 * @param written whether the statement writes to it
 */
public record TouchedTable(String name, boolean written) {

  public TouchedTable {
    Objects.requireNonNull(name, "name");
  }
}
