package dev.watershed.analyzer.index.statistics;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What other tables and the workload say about the different values of a table's columns.
 *
 * @param parentRows rows of the table that a column refers to, by {@link ColumnKey}
 * @param seen different values, from what statements sent, by {@link ColumnKey}
 * @param together the same of several columns, and what bounds them
 */
public record ColumnBounds(
    Map<String, Double> parentRows, Map<String, Double> seen, List<Together> together) {

  /**
   * What statements sent that ask for one value of each of these columns.
   *
   * @param keys {@link ColumnKey}s
   * @param distinct different values of all of them together
   * @param most whether the statements ask for more, so that there may be fewer different values,
   *     but no more
   */
  public record Together(Set<String> keys, double distinct, boolean most) {

    public Together {
      keys = Set.copyOf(keys);
    }
  }

  /** Nothing. */
  public static final ColumnBounds NONE = new ColumnBounds(Map.of(), Map.of(), List.of());

  public ColumnBounds {
    parentRows = Map.copyOf(parentRows);
    seen = Map.copyOf(seen);
    together = List.copyOf(together);
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
