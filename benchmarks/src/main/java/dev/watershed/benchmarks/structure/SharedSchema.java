package dev.watershed.benchmarks.structure;

import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Catalog;
import dev.watershed.workload.catalog.ForeignKey;
import dev.watershed.workload.catalog.TableDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of several applications in one schema, and five more that all of them read. Of a name
 * that several have, the first keeps it and the others get a number behind it, which differs from
 * name to name: it does not tell whose a table is.
 *
 * @param applications in the order of their names
 * @param hubs the tables that belong to none
 * @param script makes the schema
 */
record SharedSchema(List<Application> applications, List<String> hubs, String script) {

  /** The name of the schema. */
  static final String NAME = "applications";

  private static final List<String> HUBS =
      List.of("countries", "currencies", "feature_switches", "languages", "site_settings");

  private static final Pattern NAMED = Pattern.compile("(CREATE TABLE|REFERENCES) `([^`]+)`");
  private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `[^`]+`");
  private static final Pattern PLACE =
      Pattern.compile("(?m)^(CREATE DATABASE|USE|DROP TABLE) .*;$");
  private static final Pattern STEM = Pattern.compile("^[A-Z]?[a-z]+|^[A-Z]+|^[^_]+");

  SharedSchema {
    applications = List.copyOf(applications);
    hubs = List.copyOf(hubs);
    Objects.requireNonNull(script, "script");
  }

  /**
   * Reads dumps of definitions, one application each.
   *
   * @param folder of files that end with {@code .sql}
   */
  static SharedSchema read(Path folder) throws IOException {
    Map<String, String> dumps = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".sql")).toList()) {
        String name = file.getFileName().toString();
        dumps.put(name.substring(0, name.length() - ".sql".length()), Files.readString(file));
      }
    }
    if (dumps.isEmpty()) {
      throw new IOException("no dump in " + folder);
    }
    return of(dumps);
  }

  /** The same of the texts of dumps by the names of applications. */
  static SharedSchema of(Map<String, String> dumps) {
    Map<String, List<TableDefinition>> definitions = new TreeMap<>();
    dumps.forEach((name, dump) -> definitions.put(name, tables(catalog(dump))));
    Set<String> taken = new HashSet<>(HUBS);
    StringBuilder script =
        new StringBuilder("CREATE DATABASE `" + NAME + "`;\nUSE `" + NAME + "`;\n");
    List<Application> applications = new ArrayList<>();
    definitions.forEach(
        (name, tables) -> {
          Map<String, String> names = new HashMap<>();
          for (TableDefinition table : tables) {
            names.put(table.name(), free(table.name(), taken));
          }
          applications.add(new Application(name, named(tables, names)));
          String own = PLACE.matcher(dumps.get(name)).replaceAll("");
          script.append(constraints(renamed(own, names), name)).append('\n');
        });
    for (String hub : HUBS) {
      script
          .append("CREATE TABLE `")
          .append(hub)
          .append("` (\n  `id` int NOT NULL,\n  PRIMARY KEY (`id`)\n);\n");
    }
    return new SharedSchema(applications, HUBS, script.toString());
  }

  /** The name itself, or with the first number that makes another one of it; it is taken then. */
  private static String free(String name, Set<String> taken) {
    String free = name;
    for (int number = 2; !taken.add(free.toLowerCase(Locale.ROOT)); number++) {
      free = name + "_" + number;
    }
    return free;
  }

  private static List<Application.Table> named(
      List<TableDefinition> tables, Map<String, String> names) {
    return tables.stream()
        .sorted(Comparator.comparing(TableDefinition::name))
        .map(
            table ->
                new Application.Table(
                    names.get(table.name()),
                    stem(table.name()),
                    table.foreignKeys().stream()
                        .map(ForeignKey::referencedTable)
                        .filter(parent -> !parent.equals(table.name()))
                        .filter(names::containsKey)
                        .map(names::get)
                        .distinct()
                        .toList()))
        .toList();
  }

  private static String stem(String name) {
    Matcher first = STEM.matcher(name);
    return (first.find() ? first.group() : name).toLowerCase(Locale.ROOT);
  }

  private static String renamed(String script, Map<String, String> names) {
    return NAMED
        .matcher(script)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(1)
                        + " `"
                        + names.getOrDefault(found.group(2), found.group(2))
                        + "`"));
  }

  /** Names of constraints, too, may be in a schema only once. */
  private static String constraints(String script, String application) {
    AtomicInteger number = new AtomicInteger();
    return CONSTRAINT
        .matcher(script)
        .replaceAll(
            found ->
                "CONSTRAINT `" + application + "_constraint_" + number.incrementAndGet() + "`");
  }

  /** The catalog of the whole schema. */
  Catalog catalog() {
    return catalog(script);
  }

  /** The application of each table; hubs have none. */
  Map<String, String> applicationOfTable() {
    return applications.stream()
        .flatMap(
            application ->
                application.tables().stream().map(table -> Map.entry(table.name(), application)))
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().name()));
  }

  private static Catalog catalog(String dump) {
    return CatalogBuilder.build(
        DefinitionReader.read(dump, SqlMode.standard(), LiteralPolicy.REDACT), "db", Instant.EPOCH);
  }

  private static List<TableDefinition> tables(Catalog catalog) {
    return catalog.schemas().stream().flatMap(schema -> schema.tables().stream()).toList();
  }
}
