package dev.watershed.rules.fleet;

import dev.watershed.analyzer.change.ChangePlace;
import dev.watershed.analyzer.change.OnlineStatement;
import dev.watershed.analyzer.change.SchemaChange;
import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.sql.facts.StatementFacts;
import dev.watershed.workload.catalog.Catalog;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What somebody wants to do to the fleet: definitions that did not run yet, and statements that it
 * does not send yet.
 *
 * @param definitions in the order in which they will run
 * @param queries new statements, and the statements of migrations that write rows
 * @param problems what the server or the migration tool would refuse
 * @param after what the sets of data that are changed will be, by name
 * @param deployments when services were deployed last; what they sent before says nothing
 */
public record ProposedChange(
    List<Definition> definitions,
    List<Query> queries,
    List<Problem> problems,
    SortedMap<String, After> after,
    SortedMap<String, Instant> deployments) {

  /** Nothing is changed. */
  public static final ProposedChange NOTHING =
      new ProposedChange(List.of(), List.of(), List.of(), new TreeMap<>(), new TreeMap<>());

  public ProposedChange {
    definitions = List.copyOf(definitions);
    queries = List.copyOf(queries);
    problems = List.copyOf(problems);
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(deployments, "deployments");
  }

  /**
   * A definition.
   *
   * @param dataSet that it changes
   * @param changes that it makes
   * @param online how an ALTER TABLE runs; empty for others
   */
  public record Definition(
      String dataSet,
      ChangePlace place,
      List<SchemaChange> changes,
      Optional<OnlineStatement> online) {

    public Definition {
      Objects.requireNonNull(dataSet, "dataSet");
      Objects.requireNonNull(place, "place");
      changes = List.copyOf(changes);
      Objects.requireNonNull(online, "online");
    }
  }

  /**
   * A statement.
   *
   * @param dataSet on which it will run
   * @param facts what it does after the definitions ran
   * @param service that sends it; empty if nobody says
   * @param source such as the name of a test; empty if nobody says
   */
  public record Query(
      String dataSet,
      ChangePlace place,
      long digest,
      String fingerprint,
      Optional<String> schema,
      StatementFacts facts,
      Optional<String> service,
      Optional<String> source) {

    public Query {
      Objects.requireNonNull(dataSet, "dataSet");
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(fingerprint, "fingerprint");
      Objects.requireNonNull(schema, "schema");
      Objects.requireNonNull(facts, "facts");
      Objects.requireNonNull(service, "service");
      Objects.requireNonNull(source, "source");
    }
  }

  /** What would be refused, and why. */
  public record Problem(ChangePlace place, String message) {

    public Problem {
      Objects.requireNonNull(place, "place");
      Objects.requireNonNull(message, "message");
    }
  }

  /**
   * A set of data after all definitions.
   *
   * @param server its tables, with the figures that they have today, and the statements of today as
   *     they will be read then
   */
  public record After(Catalog before, Catalog after, AdvisedServer server) {

    public After {
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
      Objects.requireNonNull(server, "server");
    }
  }
}
