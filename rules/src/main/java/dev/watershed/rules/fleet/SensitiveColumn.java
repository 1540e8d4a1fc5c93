package dev.watershed.rules.fleet;

import java.util.Objects;

/** A column that holds personal data. */
public record SensitiveColumn(String schema, String table, String column) {

  private static final int PARTS = 3;

  public SensitiveColumn {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(column, "column");
  }

  /**
   * Reads {@code schema.table.column}.
   *
   * @throws IllegalArgumentException if it is something else
   */
  public static SensitiveColumn parse(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != PARTS || parts[0].isEmpty() || parts[1].isEmpty() || parts[2].isEmpty()) {
      throw new IllegalArgumentException("'" + text + "': expected schema.table.column");
    }
    return new SensitiveColumn(parts[0], parts[1], parts[2]);
  }

  /** {@code schema.table}. */
  public String qualifiedTable() {
    return schema + "." + table;
  }

  @Override
  public String toString() {
    return qualifiedTable() + "." + column;
  }
}
