package dev.watershed.sql.definition;

import java.util.Objects;
import java.util.Optional;

/**
 * Where a column goes.
 *
 * @param first before all others
 * @param after the column that it goes behind
 */
public record ColumnPosition(boolean first, Optional<String> after) {

  /** Nothing is written: a new column goes last, another one stays. */
  public static final ColumnPosition UNSAID = new ColumnPosition(false, Optional.empty());

  public ColumnPosition {
    Objects.requireNonNull(after, "after");
  }

  /** Whether a place is written. */
  public boolean said() {
    return first || after.isPresent();
  }
}
