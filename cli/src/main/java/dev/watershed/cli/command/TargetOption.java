package dev.watershed.cli.command;

import dev.watershed.analyzer.consolidation.distance.TargetArchitecture;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.TargetReader;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The target to which a distance is measured. Empty is not given. */
final class TargetOption {

  @Option(
      names = "--target",
      paramLabel = "TARGET",
      description =
          "Say how far it is to the target of this file (watershed.target/1), today and month by"
              + " month.")
  private Optional<Path> file = Optional.empty();

  boolean given() {
    return file.isPresent();
  }

  /**
   * Reads it, for the servers and clusters of a configuration.
   *
   * @throws CommandException if it cannot be read or is wrong: usage
   */
  Optional<TargetArchitecture> read(CommandContext context, Configuration configuration)
      throws CommandException {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Set<String> servers =
        configuration.servers().stream()
            .map(server -> server.place().cluster().orElse(server.name()))
            .collect(Collectors.toSet());
    Path path = context.workingDirectory().resolve(file.get());
    try {
      return Optional.of(TargetReader.read(file.get().toString(), path, servers));
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }
}
