package dev.watershed.benchmarks.fleet.schema;

/**
 * A table's place.
 *
 * @param schema the schema's name
 * @param table the table's own name
 */
public record TableName(String schema, String table) implements Comparable<TableName> {

  private static final int LONGEST = 64;

  public TableName {
    if (!schema.matches("[a-z_]+") || !table.matches("[a-z0-9_]+") || table.length() > LONGEST) {
      throw new IllegalArgumentException("no table name: " + schema + "." + table);
    }
  }

  /** Reads {@code schema.table}. */
  public static TableName parse(String text) {
    int dot = text.indexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException("'" + text + "' is no schema.table");
    }
    return new TableName(text.substring(0, dot), text.substring(dot + 1));
  }

  @Override
  public int compareTo(TableName other) {
    int bySchema = schema.compareTo(other.schema);
    return bySchema != 0 ? bySchema : table.compareTo(other.table);
  }

  @Override
  public String toString() {
    return schema + "." + table;
  }
}
