package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The page that GitHub Actions shows of a step: a file to which the step adds Markdown. */
final class StepSummary {

  private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

  private StepSummary() {}

  /** Adds to the page, if there is one. */
  static void append(CommandContext context, String markdown) throws CommandException {
    Optional<String> file = context.variable(VARIABLE);
    if (file.isEmpty()) {
      return;
    }
    Path path = context.workingDirectory().resolve(file.get());
    try {
      Files.writeString(path, markdown, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.USAGE, VARIABLE + ": " + path + " cannot be written: " + e.getMessage());
    }
  }
}
