package dev.watershed.sql.facts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An element of ORDER BY, GROUP BY or DISTINCT.
 *
 * @param column if it is a bare column
 * @param columns all columns in it
 * @param text in the statement's words
 */
public record SortKey(
    Optional<ColumnRef> column, List<ColumnRef> columns, boolean descending, String text) {

  public SortKey {
    Objects.requireNonNull(column, "column");
    columns = List.copyOf(columns);
    Objects.requireNonNull(text, "text");
  }
}
