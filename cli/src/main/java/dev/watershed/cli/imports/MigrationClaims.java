package dev.watershed.cli.imports;

import dev.watershed.analyzer.ownership.Claim;
import dev.watershed.analyzer.service.TablePattern;
import dev.watershed.cli.config.Migrations;
import dev.watershed.collector.migration.MigrationTool;
import dev.watershed.collector.migration.Placeholders;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.CreateTable;
import dev.watershed.sql.definition.Definition;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.definition.QualifiedName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What CODEOWNERS say of the files that make tables: a table is of whom the SQL file with its
 * CREATE TABLE is. ALTER TABLE makes nobody an owner.
 */
final class MigrationClaims {

  private static final String SQL = ".sql";

  /** What undoes a migration makes the tables again that the migration dropped. */
  private static final String UNDO = ".down.sql";

  private final OwnerJudge judge;
  private final ImportFiles files;
  private final ImportNotes notes;
  private final Map<String, Set<Path>> makers = new LinkedHashMap<>();

  MigrationClaims(OwnerJudge judge, ImportFiles files, ImportNotes notes) {
    this.judge = judge;
    this.files = files;
    this.notes = notes;
  }

  List<Claim> of(List<Migrations> all) {
    for (Migrations migrations : all) {
      List<Path> scripts =
          files.of("migrations", migrations.files()).stream()
              .filter(file -> file.toString().endsWith(SQL) && !file.toString().endsWith(UNDO))
              .sorted(new NumberedPaths())
              .toList();
      if (scripts.isEmpty()) {
        notes.add(
            "migrations", migrations.files().text() + " has no SQL file: no table is known of it");
      }
      for (Path script : scripts) {
        files.text(script).ifPresent(text -> script(migrations, script, text));
      }
    }
    Map<Path, List<TablePattern>> tables = new LinkedHashMap<>();
    makers.forEach(
        (table, own) ->
            own.forEach(
                file ->
                    tables
                        .computeIfAbsent(file, any -> new ArrayList<>())
                        .add(TablePattern.parse(table))));
    List<Claim> claims = new ArrayList<>();
    tables.forEach((file, own) -> claims.addAll(judge.ofFile(file, own)));
    return claims;
  }

  private void script(Migrations migrations, Path file, String text) {
    String filled =
        new Placeholders(migrations.placeholders(), migrations.schema())
            .filled(text, (line, column, message) -> missing(migrations, file, line, message));
    for (LocatedDefinition each :
        DefinitionReader.read(filled, SqlMode.standard(), LiteralPolicy.REDACT).definitions()) {
      Definition definition = each.definition();
      if (definition instanceof CreateTable table && !table.sequence()) {
        name(table.name(), each, migrations, file)
            .ifPresent(
                name -> makers.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(file));
      } else if (definition instanceof Definition.Drop drop
          && drop.kind() == Definition.DroppedKind.TABLE) {
        drop.names().stream()
            .flatMap(name -> name(name, each, migrations, file).stream())
            .forEach(makers::remove);
      }
    }
  }

  /** Only where there are placeholders is <code>${…}</code> one: it may stand in any string. */
  private void missing(Migrations migrations, Path file, int line, String message) {
    boolean flyway = migrations.tool().filter(MigrationTool.FLYWAY::equals).isPresent();
    if (flyway || !migrations.placeholders().isEmpty()) {
      notes.add(files.name(file) + ":" + line, message);
    }
  }

  private Optional<String> name(
      QualifiedName name, LocatedDefinition at, Migrations migrations, Path file) {
    try {
      String schema = name.schema().or(at::schema).map(own -> own + ".").orElse("");
      return Optional.of(TableNames.parse(schema + name.name(), migrations.schema()).text());
    } catch (IllegalArgumentException e) {
      notes.add(files.name(file) + ":" + at.line(), e.getMessage());
      return Optional.empty();
    }
  }
}
