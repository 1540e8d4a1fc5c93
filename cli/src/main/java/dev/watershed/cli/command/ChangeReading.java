package dev.watershed.cli.command;

import dev.watershed.analyzer.change.ChangePlace;
import dev.watershed.analyzer.change.OnlineDdl;
import dev.watershed.analyzer.change.OnlineStatement;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.change.SchemaChanges;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.input.AdvisorInput;
import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.imports.PathOwners;
import dev.watershed.collector.dump.CatalogStep;
import dev.watershed.collector.dump.StepResult;
import dev.watershed.collector.migration.MigrationFile;
import dev.watershed.collector.migration.MigrationInput;
import dev.watershed.collector.migration.MigrationReader;
import dev.watershed.collector.migration.MigrationRemark;
import dev.watershed.collector.migration.PendingMigrations;
import dev.watershed.collector.migration.PendingScript;
import dev.watershed.rules.fleet.DataFacts;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.definition.LiteralPolicy;
import dev.watershed.sql.definition.LocatedDefinition;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.fingerprint.Fingerprint;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.sql.script.ScriptStatement;
import dev.watershed.sql.script.ScriptStatements;
import dev.watershed.workload.catalog.Catalog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads what somebody wants to do, and runs its definitions on the catalogs that were collected.
 */
final class ChangeReading {

  private final CommandContext context;
  private final Configuration configuration;
  private final ChangeOptions options;
  private final ChangeFiles changed;
  private final FleetFacts facts;
  private final PathOwners owners;
  private final SortedMap<String, Catalog> before;
  private final SortedMap<String, Catalog> after;
  private final List<ProposedChange.Definition> definitions = new ArrayList<>();
  private final List<ProposedChange.Query> queries = new ArrayList<>();
  private final List<ProposedChange.Problem> problems = new ArrayList<>();
  private final Map<SchemaChange.DataChanged, String> written = new LinkedHashMap<>();

  private ChangeReading(
      CommandContext context,
      Configuration configuration,
      ChangeOptions options,
      ChangeFiles changed,
      PathOwners owners,
      FleetFacts facts,
      SortedMap<String, Catalog> catalogs) {
    this.context = context;
    this.configuration = configuration;
    this.options = options;
    this.changed = changed;
    this.owners = owners;
    this.facts = facts;
    this.before = catalogs;
    this.after = new TreeMap<>(catalogs);
  }

  /**
   * Reads it. What is passed over is said on standard error.
   *
   * @param changed its files
   * @param owners whose files are: who sends the statements of one
   * @param facts of today
   * @param catalogs by set of data
   * @throws CommandException if a file cannot be read, or nothing tells where it runs
   */
  static ProposedChange read(
      CommandContext context,
      Configuration configuration,
      ChangeOptions options,
      ChangeFiles changed,
      PathOwners owners,
      FleetFacts facts,
      SortedMap<String, Catalog> catalogs)
      throws CommandException {
    return new ChangeReading(context, configuration, options, changed, owners, facts, catalogs)
        .read();
  }

  private ProposedChange read() throws CommandException {
    Map<ChangeTarget, List<MigrationFile>> files = new LinkedHashMap<>();
    for (MigrationFile file : changed.definitions()) {
      files.computeIfAbsent(target(file), key -> new ArrayList<>()).add(file);
    }
    files.forEach(this::define);
    written.forEach(
        (change, dataSet) ->
            query(
                dataSet,
                change.at().place(),
                change.text(),
                Optional.of(change.at().schema()).filter(schema -> !schema.isEmpty()),
                Optional.empty()));
    for (MigrationFile file : changed.queries()) {
      ChangeTarget target = target(file);
      Optional<String> sender =
          options.service().or(() -> owners.sender(context.path(file.path())));
      for (ScriptStatement statement : ScriptStatements.of(file.text())) {
        query(
            target.dataSet(),
            new ChangePlace(file.path(), statement.line(), statement.column()),
            statement.text(),
            target.schema(),
            sender);
      }
    }
    Set<Long> shapes =
        facts.statements().stream().map(each -> each.shape().id()).collect(Collectors.toSet());
    queries.addAll(new CapturedShapes(context, configuration, options, after).read(shapes));
    return new ProposedChange(
        definitions, queries, problems, ends(), deployments(context.clock().instant()));
  }

  private SortedMap<String, Instant> deployments(Instant now) throws CommandException {
    return DeployTimes.of(configuration, options.deployments(now), now);
  }

  private ChangeTarget target(MigrationFile file) throws CommandException {
    return ChangeTarget.of(file, context.workingDirectory(), configuration, options, before);
  }

  private void define(ChangeTarget target, List<MigrationFile> files) {
    PendingMigrations pending =
        MigrationReader.read(
            new MigrationInput(
                target.tool(),
                target.schema(),
                target.historySchema(),
                files,
                before.get(target.dataSet()).migrations(),
                target.placeholders(),
                SqlMode.standard(),
                LiteralPolicy.REDACT));
    for (MigrationRemark note : pending.notes()) {
      context.say(note.path() + ":" + note.line() + ": " + note.message());
    }
    for (MigrationRemark issue : pending.issues()) {
      problems.add(
          new ProposedChange.Problem(
              new ChangePlace(issue.path(), issue.line(), issue.column()), issue.message()));
    }
    for (PendingScript script : pending.scripts()) {
      script.statements().forEach(statement -> run(target.dataSet(), script.path(), statement));
    }
  }

  private void run(String dataSet, String path, LocatedDefinition statement) {
    Catalog was = after.get(dataSet);
    StepResult result = CatalogStep.run(was, statement);
    result
        .problem()
        .ifPresent(
            problem ->
                problems.add(
                    new ProposedChange.Problem(
                        new ChangePlace(path, problem.line(), problem.column()),
                        problem.message())));
    List<SchemaChange> changes = SchemaChanges.of(statement, was, result.catalog(), path);
    Optional<OnlineStatement> online = OnlineDdl.statement(statement, changes, was);
    definitions.add(
        new ProposedChange.Definition(
            dataSet, new ChangePlace(path, statement.line(), statement.column()), changes, online));
    for (SchemaChange change : changes) {
      if (change instanceof SchemaChange.DataChanged data) {
        written.put(data, dataSet);
      }
    }
    after.put(dataSet, result.catalog());
  }

  private void query(
      String dataSet,
      ChangePlace place,
      String text,
      Optional<String> schema,
      Optional<String> service) {
    Fingerprint fingerprint = Fingerprints.of(text, SqlMode.standard());
    StatementFacts read =
        Understanding.of(text, false, schema, new CatalogSchemaView(after.get(dataSet)));
    queries.add(
        new ProposedChange.Query(
            dataSet,
            place,
            fingerprint.digest(),
            fingerprint.text(),
            schema,
            read,
            service,
            Optional.empty()));
  }

  private SortedMap<String, ProposedChange.After> ends() {
    SortedMap<String, ProposedChange.After> ends = new TreeMap<>();
    for (DataFacts data : facts.data()) {
      if (before.containsKey(data.name())) {
        AdvisedServer server = data.input().server();
        Catalog then = after.get(data.name());
        ends.put(
            data.name(),
            new ProposedChange.After(
                before.get(data.name()),
                then,
                new AdvisedServer(
                    server.name(),
                    server.version(),
                    server.observedSeconds(),
                    server.bufferPoolBytes(),
                    AdvisorInput.tables(then),
                    server.statements())));
      }
    }
    return ends;
  }
}
