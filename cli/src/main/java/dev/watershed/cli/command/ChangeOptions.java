package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What somebody wants to do. Empty is not given. */
final class ChangeOptions {

  @Option(
      names = "--ddl",
      paramLabel = "FILE",
      arity = "1..*",
      description = {
        "Judge these migrations, files or folders, before they run: what is pending of them by the"
            + " history that was collected."
      })
  private List<String> definitions = List.of();

  @Option(
      names = "--sql",
      paramLabel = "FILE",
      arity = "1..*",
      description = "Judge the statements of these files, after the migrations.")
  private List<String> queries = List.of();

  @Option(
      names = "--capture",
      paramLabel = "LOG",
      arity = "1..*",
      description = {
        "Judge the statements of this slow or general log of a test database that are of a new"
            + " shape: neither of the store or snapshot nor of --base-capture."
      })
  private List<String> captures = List.of();

  @Option(
      names = "--base-capture",
      paramLabel = "LOG",
      arity = "1..*",
      description = "A log of the same tests without the change.")
  private List<String> baseCaptures = List.of();

  @Option(
      names = "--changed-paths",
      paramLabel = "FILE",
      description = {
        "The paths that the change touches, as 'git diff --name-only -z' lists them (- is standard"
            + " input): whose they are. Without --ddl, --sql and --capture the migrations among"
            + " them are judged."
      })
  private Optional<String> changedPaths = Optional.empty();

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      description = "The schema of names without one, where migrations[].schema does not say it.")
  private Optional<String> schema = Optional.empty();

  @Option(
      names = "--service",
      paramLabel = "NAME",
      description = "The service that will send the new statements.")
  private Optional<String> service = Optional.empty();

  @Option(
      names = "--deployed",
      paramLabel = "SERVICE=TIME",
      description = {
        "When a service was deployed last; what it sent before that says nothing about what it"
            + " needs. May be given several times."
      })
  private List<String> deployed = List.of();

  /** Whether a change is to be judged, instead of the fleet. */
  boolean given() {
    return named() || changedPaths.isPresent();
  }

  /**
   * Whether nothing but a change can be judged. Beside the paths that it touches, the fleet is
   * where a suppression of theirs has ended.
   */
  boolean standsAlone() {
    return named() && changedPaths.isEmpty();
  }

  /** Whether files are named that are to be judged. */
  private boolean named() {
    return !definitions.isEmpty() || !queries.isEmpty() || !captures.isEmpty();
  }

  /**
   * The paths that the change touches; unless files are named that are to be judged, the migrations
   * among them are from now on.
   *
   * @throws CommandException if the list cannot be read
   */
  Optional<ChangedPaths> changedPaths(CommandContext context, Configuration configuration)
      throws CommandException {
    if (changedPaths.isEmpty()) {
      return Optional.empty();
    }
    ChangedPaths paths = ChangedPaths.read(context, changedPaths.get());
    if (!named()) {
      definitions = paths.migrations(context, configuration);
    }
    return Optional.of(paths);
  }

  List<String> definitions() {
    return definitions;
  }

  List<String> queries() {
    return queries;
  }

  List<String> captures() {
    return captures;
  }

  List<String> baseCaptures() {
    return baseCaptures;
  }

  Optional<String> schema() {
    return schema;
  }

  Optional<String> service() {
    return service;
  }

  /** When services were deployed last. */
  SortedMap<String, Instant> deployments(Instant now) throws CommandException {
    SortedMap<String, Instant> deployments = new TreeMap<>();
    for (String each : deployed) {
      int equals = each.indexOf('=');
      if (equals < 1) {
        throw new CommandException(
            ExitCode.USAGE, "--deployed: '" + each + "'; expected SERVICE=TIME");
      }
      try {
        deployments.put(
            each.substring(0, equals),
            TimeArgument.parse(each.substring(equals + 1), now, ZoneOffset.UTC));
      } catch (IllegalArgumentException e) {
        throw new CommandException(ExitCode.USAGE, "--deployed: " + e.getMessage());
      }
    }
    return deployments;
  }
}
