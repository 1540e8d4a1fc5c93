package dev.watershed.collector.migration;

import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Migration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Files, and the server that they are for.
 *
 * @param tool empty to tell it by the files
 * @param schema in use where a file begins
 * @param historySchema where the tool keeps its history; empty where that is the schema in use
 * @param files in the order given
 * @param history what tools noted on the server
 * @param placeholders their values, by the names that people gave them
 * @param mode of the server
 */
public record MigrationInput(
    Optional<MigrationTool> tool,
    Optional<String> schema,
    Optional<String> historySchema,
    List<MigrationFile> files,
    List<Migration> history,
    Map<String, String> placeholders,
    SqlMode mode,
    LiteralPolicy literals) {

  public MigrationInput {
    Objects.requireNonNull(tool, "tool");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(historySchema, "historySchema");
    files = List.copyOf(files);
    history = List.copyOf(history);
    placeholders = Map.copyOf(placeholders);
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(literals, "literals");
  }
}
