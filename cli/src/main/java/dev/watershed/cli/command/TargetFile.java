package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.distance.TargetArchitecture;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.TargetReader;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the target that a user names, for the servers and clusters of a configuration. */
final class TargetFile {

  private TargetFile() {}

  /**
   * Reads it.
   *
   * @param file relative to the working directory
   * @throws CommandException if it cannot be read or is wrong: usage
   */
  static TargetArchitecture read(CommandContext context, Configuration configuration, Path file)
      throws CommandException {
    Set<String> servers =
        configuration.servers().stream()
            .map(server -> server.place().cluster().orElse(server.name()))
            .collect(Collectors.toSet());
    try {
      return TargetReader.read(file.toString(), context.workingDirectory().resolve(file), servers);
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }
}
