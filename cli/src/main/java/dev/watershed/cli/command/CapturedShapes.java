package dev.watershed.cli.command;

import dev.watershed.analyzer.change.ChangePlace;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.analyzer.understanding.CatalogSchemaView;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.collector.generallog.CaptureCollector;
import dev.watershed.collector.generallog.CapturedLog;
import dev.watershed.collector.generallog.SentStatement;
import dev.watershed.collector.input.InputException;
import dev.watershed.collector.input.LogInputs;
import dev.watershed.collector.slowlog.FailedInput;
import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.reports.Units;
import dev.watershed.rules.fleet.ProposedChange;
import dev.watershed.sql.facts.NamedTable;
import dev.watershed.sql.facts.Shape;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.sql.facts.TableRef;
import dev.watershed.sql.resolve.Understanding;
import dev.watershed.workload.catalog.Catalog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * The statements that the slow or general log of a test database shows, as far as their shape is
 * new. Who sends one is told by the accounts, hosts and tags of the configuration; the test that
 * sent it by a comment tag {@code test}. A statement that names a table that no catalog has is the
 * test suite's own, and left out; so is a default schema that no catalog has, unless {@code
 * --schema} says what it stands for.
 */
final class CapturedShapes {

  private static final String TEST = "test";

  /** A statement of a log. */
  private record Captured(
      String dataSet, SentStatement sent, Optional<String> schema, StatementFacts facts) {}

  private final CommandContext context;
  private final ChangeOptions options;
  private final ServiceMapping senders;
  private final SortedMap<String, Catalog> catalogs;

  /**
   * @param catalogs by set of data, after all definitions
   */
  CapturedShapes(
      CommandContext context,
      Configuration configuration,
      ChangeOptions options,
      SortedMap<String, Catalog> catalogs) {
    this.context = context;
    this.options = options;
    this.senders = ServiceMapping.of(configuration.services().services());
    this.catalogs = catalogs;
  }

  /**
   * Reads the logs.
   *
   * @param known ids of shapes that run today
   * @throws CommandException if a log cannot be read
   */
  List<ProposedChange.Query> read(Set<Long> known) throws CommandException {
    if (options.captures().isEmpty()) {
      return List.of();
    }
    Set<Long> seen = new HashSet<>(known);
    if (!options.baseCaptures().isEmpty()) {
      statements("--base-capture", options.baseCaptures())
          .forEach(each -> seen.add(Shape.of(each.facts()).id()));
    }
    List<ProposedChange.Query> queries = new ArrayList<>();
    for (Captured each : statements("--capture", options.captures())) {
      if (seen.add(Shape.of(each.facts()).id())) {
        queries.add(query(each));
      }
    }
    return queries;
  }

  private ProposedChange.Query query(Captured captured) {
    Attribution sender = senders.attribute(captured.sent().origin());
    String test = captured.sent().origin().tag(TEST);
    return new ProposedChange.Query(
        captured.dataSet(),
        new ChangePlace(test.isEmpty() ? options.captures().get(0) : test, 1, 1),
        captured.sent().digest(),
        captured.sent().fingerprint(),
        captured.schema(),
        captured.facts(),
        options.service().or(sender::service),
        Optional.of(test).filter(name -> !name.isEmpty()));
  }

  private List<Captured> statements(String option, List<String> names) throws CommandException {
    List<Captured> statements = new ArrayList<>();
    List<SentStatement> sentStatements = log(option, names).statements();
    for (SentStatement sent : sentStatements) {
      Optional<String> named = options.schema().or(sent::schema);
      for (Map.Entry<String, Catalog> data : catalogs.entrySet()) {
        StatementFacts facts =
            Understanding.of(
                sent.fingerprint(),
                sent.truncated(),
                named,
                new CatalogSchemaView(data.getValue()));
        if (isKnown(facts)) {
          statements.add(new Captured(data.getKey(), sent, named, facts));
        }
      }
    }
    if (statements.isEmpty() && !sentStatements.isEmpty()) {
      throw new CommandException(
          ExitCode.NOT_ENOUGH_DATA,
          option
              + ": none of "
              + Units.counted(sentStatements.size(), "statement")
              + " uses tables that a catalog has; --schema names the schema of a test database");
    }
    return statements;
  }

  private static boolean isKnown(StatementFacts facts) {
    List<NamedTable> tables = facts.tables();
    return !tables.isEmpty()
        && tables.stream().allMatch(named -> named.table().presence() == TableRef.Presence.KNOWN);
  }

  private CapturedLog log(String option, List<String> names) throws CommandException {
    SlowLogOptions standard = SlowLogOptions.standard();
    List<String> tags =
        Stream.concat(
                Stream.of(TEST),
                senders.configured() ? senders.tagKeys().stream() : standard.tagKeys().stream())
            .distinct()
            .toList();
    try {
      CapturedLog log =
          CaptureCollector.collect(
              LogInputs.resolve(names, context.workingDirectory()),
              context.input(),
              standard.withTagKeys(tags));
      if (!log.failed().isEmpty()) {
        throw new CommandException(
            ExitCode.USAGE,
            option
                + ": "
                + String.join("\n", log.failed().stream().map(FailedInput::message).toList()));
      }
      notes(log).forEach(note -> context.say(option + ": " + note));
      return log;
    } catch (InputException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + e.getMessage());
    }
  }

  private static List<String> notes(CapturedLog log) {
    List<String> notes = new ArrayList<>();
    log.issues()
        .forEach(
            (reason, count) ->
                notes.add(count + " times " + reason.key() + ": " + reason.description()));
    if (log.beyond() > 0) {
      notes.add(log.beyond() + " statements left out: too many different ones");
    }
    return notes.stream().sorted().toList();
  }
}
