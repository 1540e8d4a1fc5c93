package dev.watershed.analyzer.index.statistics;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * What other tables and the workload say about the different values of a table's columns.
 *
 * @param parentRows rows of the table that a column refers to, by {@link ColumnKey}
 * @param seen different values, from what statements sent, by {@link ColumnKey}
 */
public record ColumnBounds(Map<String, Double> parentRows, Map<String, Double> seen) {

  /** Nothing. */
  public static final ColumnBounds NONE = new ColumnBounds(Map.of(), Map.of());

  public ColumnBounds {
    parentRows = Map.copyOf(parentRows);
    seen = Map.copyOf(seen);
  }

  OptionalDouble parentRows(String column) {
    return find(parentRows, column);
  }

  OptionalDouble seen(String column) {
    return find(seen, column);
  }

  private static OptionalDouble find(Map<String, Double> figures, String column) {
    Double found = figures.get(column);
    return found == null ? OptionalDouble.empty() : OptionalDouble.of(found);
  }
}
