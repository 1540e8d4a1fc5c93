package dev.watershed.cli.config;

import dev.watershed.collector.migration.MigrationTool;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the files stand that make tables.
 *
 * @param files a folder, a file or a glob
 * @param schema of tables whose names have none
 * @param tool that runs them; empty where the files tell
 * @param server on which they run; empty where the schemas tell
 * @param history the schema in which the tool keeps its history; empty where that is {@code schema}
 * @param placeholders their values, by the names between <code>${</code> and <code>}</code>
 */
public record Migrations(
    PathPattern files,
    Optional<String> schema,
    Optional<MigrationTool> tool,
    Optional<String> server,
    Optional<String> history,
    SortedMap<String, String> placeholders) {

  public Migrations {
    Objects.requireNonNull(files, "files");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(history, "history");
    placeholders = Collections.unmodifiableSortedMap(new TreeMap<>(placeholders));
  }
}
