package dev.watershed.collector.migration;

import dev.watershed.sql.definition.AlterTable;
import dev.watershed.sql.definition.CreateTable;
import dev.watershed.sql.definition.CreateTrigger;
import dev.watershed.sql.definition.Definition;
import dev.watershed.sql.definition.Definition.ChangeData;
import dev.watershed.sql.definition.Definition.Drop;
import dev.watershed.sql.definition.Definition.DroppedKind;
import dev.watershed.sql.definition.Definition.RenameTables;
import dev.watershed.sql.definition.Definition.Truncate;
import dev.watershed.sql.definition.QualifiedName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of tools: where they keep their history, and through which they copy others. */
final class OwnTables {

  private static final Set<String> HISTORIES =
      Set.of(
          "flyway_schema_history",
          "schema_version",
          "databasechangelog",
          "databasechangeloglock",
          "schema_migrations",
          "ar_internal_metadata");

  private static final Pattern COPIES = Pattern.compile("(?i)_.+_(gho|ghc|del|new|old)");
  private static final Pattern TRIGGERS = Pattern.compile("(?i)pt_osc_.+");

  private OwnTables() {}

  /** Whether a statement is about the history of a tool. */
  static boolean isHistory(Definition definition) {
    List<String> tables = tables(definition);
    return !tables.isEmpty()
        && tables.stream().allMatch(name -> HISTORIES.contains(name.toLowerCase(Locale.ROOT)));
  }

  /** Whether a statement is about a table of gh-ost or pt-online-schema-change. */
  static boolean isCopy(Definition definition) {
    boolean trigger =
        (definition instanceof CreateTrigger created
                && TRIGGERS.matcher(created.name().name()).matches())
            || (definition instanceof Drop drop
                && drop.kind() == DroppedKind.TRIGGER
                && drop.names().stream().allMatch(name -> TRIGGERS.matcher(name.name()).matches()));
    if (definition instanceof RenameTables renaming) {
      return putsACopyInPlace(renaming);
    }
    List<String> tables = tables(definition);
    return trigger || (!tables.isEmpty() && tables.stream().allMatch(OwnTables::isCopy));
  }

  private static boolean isCopy(String table) {
    return COPIES.matcher(table).matches();
  }

  /** A table that is renamed away without a copy that takes its place is gone. */
  private static boolean putsACopyInPlace(RenameTables renaming) {
    Set<String> replaced =
        renaming.renamings().stream()
            .filter(one -> isCopy(one.from().name()))
            .map(one -> one.to().name())
            .collect(Collectors.toSet());
    return tables(renaming).stream().anyMatch(OwnTables::isCopy)
        && renaming.renamings().stream()
            .map(one -> one.from().name())
            .filter(name -> !isCopy(name))
            .allMatch(replaced::contains);
  }

  private static List<String> tables(Definition definition) {
    return qualified(definition).map(QualifiedName::name).toList();
  }

  private static Stream<QualifiedName> qualified(Definition definition) {
    if (definition instanceof AlterTable alter) {
      return Stream.of(alter.name());
    }
    if (definition instanceof CreateTable create) {
      return Stream.of(create.name());
    }
    if (definition instanceof Truncate truncate) {
      return Stream.of(truncate.name());
    }
    if (definition instanceof RenameTables renaming) {
      return renaming.renamings().stream().flatMap(one -> Stream.of(one.from(), one.to()));
    }
    if (definition instanceof ChangeData change) {
      return change.table().stream();
    }
    if (definition instanceof Drop drop && drop.kind() == DroppedKind.TABLE) {
      return drop.names().stream();
    }
    return Stream.empty();
  }
}
