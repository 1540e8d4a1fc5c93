package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.ConfigurationException;
import dev.watershed.cli.config.ConfigurationReader;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.nio.file.Path;

/** Reads the configuration that a command was given. */
public final class ConfigurationFile {

  private ConfigurationFile() {}

  /**
   * Reads it.
   *
   * @throws CommandException wrong usage, if it cannot be read or says something unknown
   */
  public static Configuration read(CommandContext context, Path file) throws CommandException {
    try {
      return ConfigurationReader.read(file.toString(), context.workingDirectory());
    } catch (ConfigurationException e) {
      throw new CommandException(ExitCode.USAGE, e.getMessage());
    }
  }
}
