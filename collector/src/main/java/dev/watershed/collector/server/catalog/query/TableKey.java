package dev.watershed.collector.server.catalog.query;

import java.util.Objects;

/** A table of a server, in the spelling of the server. */
public record TableKey(String schema, String table) {

  public TableKey {
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
  }

  /** As it stands in a statement. */
  public String quoted() {
    return quoted(schema) + "." + quoted(table);
  }

  /** A name as it stands in a statement. */
  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }

  @Override
  public String toString() {
    return schema + "." + table;
  }
}
