package dev.watershed.cli.command;

import dev.watershed.cli.Contexts;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.collector.dump.CatalogBuilder;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.workload.catalog.Catalog;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine;

/** What tests of changes begin with. */
final class ChangeFixture {

  private ChangeFixture() {}

  /** A command that works in a folder, reads this and speaks to nobody. */
  static CommandContext context(Path folder, String input, OutputStream errors) {
    return Contexts.of(folder, input, OutputStream.nullOutputStream(), errors);
  }

  static ChangeOptions options(String... arguments) {
    return CommandLine.populateCommand(new ChangeOptions(), arguments);
  }

  /** Catalogs by set of data, of {@code set=schema,schema} each; a table {@code t} in all. */
  static SortedMap<String, Catalog> catalogs(String... sets) {
    SortedMap<String, Catalog> catalogs = new TreeMap<>();
    for (String set : sets) {
      StringBuilder script = new StringBuilder();
      for (String schema : set.substring(set.indexOf('=') + 1).split(",", -1)) {
        script.append("CREATE DATABASE ").append(schema).append("; USE ").append(schema);
        script.append("; CREATE TABLE t (id int NOT NULL, a int, PRIMARY KEY (id));");
      }
      String name = set.substring(0, set.indexOf('='));
      catalogs.put(
          name,
          CatalogBuilder.build(
              DefinitionReader.read(script.toString(), SqlMode.standard(), LiteralPolicy.REDACT),
              name,
              Instant.EPOCH));
    }
    return catalogs;
  }
}
