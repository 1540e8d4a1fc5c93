package dev.watershed.collector.trial;

import java.util.Objects;

/**
 * An index to be tried.
 *
 * @param name that no index of the table has; begins with {@value #PREFIX}
 * @param parts its parts in parentheses, as SQL writes them
 */
public record TrialIndex(String schema, String table, String name, String parts) {

  /** The beginning of the names of indexes that are tried. */
  public static final String PREFIX = "watershed_trial_";

  public TrialIndex {
    if (!name.startsWith(PREFIX)) {
      throw new IllegalArgumentException(name + " does not begin with " + PREFIX);
    }
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(parts, "parts");
  }

  String quotedTable() {
    return quoted(schema) + "." + quoted(table);
  }

  String quotedName() {
    return quoted(name);
  }

  static String quoted(String name) {
    return "`" + name.replace("`", "``") + "`";
  }
}
