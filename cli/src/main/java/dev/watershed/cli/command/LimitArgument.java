package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;

/** The number of {@code --limit}, where 0 stands for all. */
final class LimitArgument {

  private LimitArgument() {}

  /**
   * Checks it.
   *
   * @throws CommandException if it is below 0: wrong usage
   */
  static void check(int limit) throws CommandException {
    if (limit < 0) {
      throw new CommandException(ExitCode.USAGE, "--limit: expected 0 (for all) or more");
    }
  }
}
