package dev.watershed.collector.migration;

import java.util.Arrays;
import java.util.Optional;

/** Who runs the files. */
public enum MigrationTool {
  /** Nobody who keeps a history: all files are pending, in the order given. */
  PLAIN("plain"),
  FLYWAY("flyway"),
  GOLANG_MIGRATE("golang-migrate"),
  LIQUIBASE("liquibase"),
  RAILS("rails");

  private final String key;

  MigrationTool(String key) {
    this.key = key;
  }

  /** The name in files and reports, and in a catalog's history. */
  public String key() {
    return key;
  }

  /** The tool of a name. */
  public static Optional<MigrationTool> of(String key) {
    return Arrays.stream(values()).filter(tool -> tool.key.equals(key)).findFirst();
  }
}
