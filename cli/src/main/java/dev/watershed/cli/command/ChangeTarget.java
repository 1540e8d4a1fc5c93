package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.Migrations;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.migration.MigrationFile;
import dev.watershed.collector.migration.MigrationTool;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.SchemaDefinition;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Where a file runs.
 *
 * @param dataSet on which
 * @param tool that runs it; empty where the files tell
 * @param schema of names without one
 * @param historySchema where its tool keeps its history; empty where that is the schema
 * @param placeholders their values, by name
 */
record ChangeTarget(
    String dataSet,
    Optional<MigrationTool> tool,
    Optional<String> schema,
    Optional<String> historySchema,
    SortedMap<String, String> placeholders) {

  /**
   * Finds it: by {@code migrations} of the configuration, else by the one set of data there is,
   * else by the schemas that the text names.
   *
   * @param catalogs by set of data
   * @throws CommandException if nothing tells
   */
  static ChangeTarget of(
      MigrationFile file,
      Path workingDirectory,
      Configuration configuration,
      ChangeOptions options,
      SortedMap<String, Catalog> catalogs)
      throws CommandException {
    Path path = workingDirectory.resolve(file.path()).toAbsolutePath().normalize();
    Optional<Migrations> declared =
        configuration.imports().migrations().stream()
            .filter(each -> each.files().matches(path))
            .findFirst();
    Optional<String> schema = options.schema().or(() -> declared.flatMap(Migrations::schema));
    Optional<String> set =
        declared.flatMap(Migrations::server).map(server -> dataSet(configuration, server));
    if (set.isPresent() && !catalogs.containsKey(set.get())) {
      throw new CommandException(
          ExitCode.NOT_ENOUGH_DATA,
          file.path() + ": no catalog of " + set.get() + " was collected; 'collect' reads it");
    }
    return new ChangeTarget(
        set.or(() -> told(file, schema, catalogs)).orElseThrow(() -> unknown(file, catalogs)),
        declared.flatMap(Migrations::tool),
        schema,
        declared.flatMap(Migrations::history),
        declared.map(Migrations::placeholders).orElseGet(TreeMap::new));
  }

  private static String dataSet(Configuration configuration, String server) {
    return ClusterMembers.placement(configuration, server).cluster().orElse(server);
  }

  private static Optional<String> told(
      MigrationFile file, Optional<String> schema, SortedMap<String, Catalog> catalogs) {
    if (catalogs.size() == 1) {
      return Optional.of(catalogs.firstKey());
    }
    String text = file.text().toLowerCase(Locale.ROOT);
    List<String> fitting =
        catalogs.entrySet().stream()
            .filter(
                each ->
                    schema.isPresent()
                        ? each.getValue().schema(schema.get()).isPresent()
                        : each.getValue().schemas().stream().anyMatch(known -> names(text, known)))
            .map(each -> each.getKey())
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** {@code schema.} or {@code USE schema}. */
  private static boolean names(String text, SchemaDefinition schema) {
    String name = Pattern.quote(schema.name().toLowerCase(Locale.ROOT));
    return Pattern.compile("(?<![\\w.`])`?" + name + "`?\\s*\\.|\\buse\\s+`?" + name + "\\b")
        .matcher(text)
        .find();
  }

  private static CommandException unknown(MigrationFile file, SortedMap<String, Catalog> catalogs) {
    return catalogs.isEmpty()
        ? new CommandException(
            ExitCode.NOT_ENOUGH_DATA, "no catalog was collected; 'collect' reads it from servers")
        : new CommandException(
            ExitCode.USAGE,
            file.path()
                + ": nothing tells on which server it runs ("
                + String.join(", ", catalogs.keySet())
                + "); say server and schema in 'migrations' of the configuration, or --schema");
  }
}
