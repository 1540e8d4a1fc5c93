package dev.watershed.collector.server.catalog;

import dev.watershed.collector.server.catalog.query.MigrationQuery.HistoryColumns;
import java.util.List;
import java.util.Objects;

/**
 * Where a migration tool notes its steps.
 *
 * @param tool its name
 * @param table what its table is called by default, in lower case
 * @param needed the columns that tell its table from others of the name, in lower case
 * @param columns what is read of it
 */
public record MigrationHistory(
    String tool, String table, List<String> needed, HistoryColumns columns) {

  public MigrationHistory {
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(table, "table");
    needed = List.copyOf(needed);
    Objects.requireNonNull(columns, "columns");
  }

  /** Those of all tools that are known. */
  public static List<MigrationHistory> all() {
    return MigrationTool.all().stream()
        .map(
            tool ->
                new MigrationHistory(
                    tool.name(),
                    tool.table(),
                    tool.needed().stream().sorted().toList(),
                    tool.columns()))
        .toList();
  }
}
