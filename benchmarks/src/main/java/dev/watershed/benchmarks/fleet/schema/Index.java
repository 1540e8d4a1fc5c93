package dev.watershed.benchmarks.fleet.schema;

import java.util.List;

/**
 * A secondary index.
 *
 * @param name unique in its table
 * @param unique whether it is a constraint
 * @param columns its columns in order
 */
public record Index(String name, boolean unique, List<String> columns) {

  public Index {
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("index " + name + " has no column");
    }
  }

  /** Whether its columns are the first ones of another index. */
  public boolean isPrefixOf(Index other) {
    return columns.size() <= other.columns.size()
        && other.columns.subList(0, columns.size()).equals(columns);
  }

  String ddl() {
    return (unique ? "UNIQUE KEY " : "KEY ") + name + " (" + String.join(", ", columns) + ")";
  }
}
