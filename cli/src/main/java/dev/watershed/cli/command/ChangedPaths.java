package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
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
   * besides is said once on standard error.
   */
  List<String> migrations(CommandContext context, Configuration configuration) {
    Map<Boolean, List<String>> meant =
        names.stream()
            .filter(name -> Files.isRegularFile(context.path(name)))
            .filter(
                name ->
                    configuration.imports().migrations().stream()
                        .anyMatch(each -> each.files().matches(context.path(name))))
            .collect(Collectors.partitioningBy(name -> name.endsWith(SQL)));
    List<String> others = meant.get(false);
    if (!others.isEmpty()) {
      context.say(
          others.get(0)
              + (others.size() > 1 ? " and " + (others.size() - 1) + " more" : "")
              + " among 'migrations': not judged, since only .sql is read");
    }
    return meant.get(true);
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
