package dev.watershed.collector.migration;

import dev.watershed.sql.definition.DefinitionIssue;
import dev.watershed.sql.definition.DefinitionReader;
import dev.watershed.sql.definition.DefinitionScript;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.workload.catalog.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads files of migrations, as far as they did not run on the server yet. */
public final class MigrationReader {

  private final MigrationInput input;
  private final MigrationTool tool;
  private final Remarks remarks = new Remarks();

  private MigrationReader(MigrationInput input) {
    this.input = input;
    this.tool = input.tool().orElseGet(() -> ToolFinder.tool(input.files()));
  }

  /** What is pending. It never fails, whatever the texts. */
  public static PendingMigrations read(MigrationInput input) {
    return new MigrationReader(input).read();
  }

  private PendingMigrations read() {
    Placeholders placeholders = new Placeholders(input.placeholders(), input.schema());
    List<PendingScript> scripts = new ArrayList<>();
    for (Part part : pending().of(input.files(), history(), remarks)) {
      boolean fills = tool == MigrationTool.FLYWAY || !input.placeholders().isEmpty();
      scripts.add(script(fills ? filled(part, placeholders) : part));
    }
    return new PendingMigrations(tool, scripts, remarks.notes(), remarks.issues());
  }

  private Part filled(Part part, Placeholders placeholders) {
    MigrationFile file = part.file();
    String text =
        placeholders.filled(
            part.text(), (line, column, message) -> remarks.issue(file, line, column, message));
    return new Part(file, part.version(), text);
  }

  private Pending pending() {
    return switch (tool) {
      case PLAIN -> new PlainPending();
      case FLYWAY -> new FlywayPending();
      case GOLANG_MIGRATE -> new GolangPending();
      case LIQUIBASE -> new LiquibasePending();
      case RAILS -> new RailsPending();
    };
  }

  /**
   * What this tool noted in the schema of its history. Another schema's history is another
   * service's, and says nothing of these files; where nobody says which schema it is, one that is
   * alone is meant.
   */
  private List<Migration> history() {
    List<Migration> all =
        input.history().stream().filter(step -> step.tool().equals(tool.key())).toList();
    Set<String> schemas =
        all.stream().map(Migration::schema).collect(Collectors.toCollection(TreeSet::new));
    Optional<String> meant = input.historySchema().or(input::schema);
    if (schemas.isEmpty() || input.files().isEmpty()) {
      return all;
    }
    if (meant.isPresent()) {
      if (!schemas.contains(meant.get())) {
        elsewhere(meant.get(), schemas);
      }
      return all.stream().filter(step -> step.schema().equals(meant.get())).toList();
    }
    if (schemas.size() > 1) {
      remarks.issue(
          input.files().get(0),
          tool.key()
              + " keeps a history in each of the schemas "
              + String.join(", ", schemas)
              + ", and nothing says whose these files are; nothing is taken as applied; say it by"
              + " schema (or history) in 'migrations' of the configuration, or by --schema");
      return List.of();
    }
    return all;
  }

  private void elsewhere(String meant, Set<String> schemas) {
    remarks.note(
        input.files().get(0),
        tool.key()
            + " has no history in schema "
            + meant
            + ", so that nothing is taken as applied; there is one in "
            + String.join(", ", schemas)
            + ": where that is of these files, say so by history in 'migrations' of the"
            + " configuration");
  }

  private PendingScript script(Part part) {
    DefinitionScript script =
        DefinitionReader.readMigration(part.text(), input.mode(), input.literals(), input.schema());
    for (DefinitionIssue issue : script.issues()) {
      remarks.issue(part.file(), issue.line(), issue.column(), issue.message());
    }
    List<LocatedDefinition> statements = new ArrayList<>();
    Optional<LocatedDefinition> copied = Optional.empty();
    for (LocatedDefinition statement : script.definitions()) {
      if (OwnTables.isCopy(statement.definition())) {
        copied = copied.or(() -> Optional.of(statement));
      } else if (!OwnTables.isHistory(statement.definition())) {
        statements.add(statement);
      }
    }
    copied.ifPresent(
        first ->
            remarks.note(
                part.file(),
                first.line(),
                "concerns tables that gh-ost or pt-online-schema-change made for themselves; left"
                    + " out"));
    return new PendingScript(part.file().path(), part.version(), statements);
  }
}
