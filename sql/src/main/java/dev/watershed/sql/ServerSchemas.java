package dev.watershed.sql;

import java.util.Locale;
import java.util.Set;

/** The schemas that every server has for itself. */
public final class ServerSchemas {

  private static final Set<String> NAMES =
      Set.of("mysql", "sys", "performance_schema", "information_schema");

  private ServerSchemas() {}

  /** Whether a schema is the server's own, in any letter case. */
  public static boolean has(String schema) {
    return NAMES.contains(schema.toLowerCase(Locale.ROOT));
  }
}
