package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.Migrations;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.imports.PathOwners;
import dev.watershed.rules.gate.TouchedServices;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The paths of the files that a change touches.
 *
 * @param names relative to the folder in which the command runs, each once, in the order given
 */
record ChangedPaths(List<String> names) {

  private static final String OPTION = "--changed-paths";
  private static final String SQL = ".sql";

  ChangedPaths {
    names = List.copyOf(names);
  }

  /**
   * Reads a list.
   *
   * @param file its name, {@code -} for standard input
   * @throws CommandException if it cannot be read
   */
  static ChangedPaths read(CommandContext context, String file) throws CommandException {
    try (InputStream input =
        file.equals("-") ? context.input() : Files.newInputStream(context.path(file))) {
      return new ChangedPaths(GitPaths.parse(input.readAllBytes()));
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, OPTION + ": " + file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, OPTION + ": " + file + " cannot be read: " + e.getMessage());
    }
  }

  /**
   * The SQL files among them that are there and that {@code migrations} mean. What they mean
   * besides is said once on standard error, and so are SQL files where there are no {@code
   * migrations}.
   */
  List<String> migrations(CommandContext context, Configuration configuration) {
    List<Migrations> migrations = configuration.imports().migrations();
    Map<Boolean, List<String>> there =
        names.stream()
            .filter(name -> Files.isRegularFile(context.path(name)))
            .collect(Collectors.partitioningBy(name -> name.endsWith(SQL)));
    if (migrations.isEmpty()) {
      sayNotJudged(
          context,
          there.get(true),
          "the configuration has no 'migrations'; say there where they are, or name them with --ddl");
      return List.of();
    }
    Predicate<String> meant =
        name -> migrations.stream().anyMatch(each -> each.files().matches(context.path(name)));
    sayNotJudged(
        context,
        there.get(false).stream().filter(meant).toList(),
        "of 'migrations' only .sql is read");
    return there.get(true).stream().filter(meant).toList();
  }

  private static void sayNotJudged(CommandContext context, List<String> files, String reason) {
    if (!files.isEmpty()) {
      String more = files.size() > 1 ? " and " + (files.size() - 1) + " more" : "";
      context.say(files.get(0) + more + ": not judged: " + reason);
    }
  }

  /** Whose they are. */
  TouchedServices touched(CommandContext context, PathOwners owners) {
    SortedSet<String> services = new TreeSet<>();
    List<String> unclaimed = new ArrayList<>();
    for (String name : names) {
      SortedSet<String> own = owners.of(context.path(name));
      services.addAll(own);
      if (own.isEmpty()) {
        unclaimed.add(name);
      }
    }
    return new TouchedServices(services, names.size(), unclaimed);
  }
}
