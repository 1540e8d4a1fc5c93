package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;

/** A snapshot that is older than the option allows: not enough data to judge by. */
final class StaleSnapshotException extends CommandException {

  private static final long serialVersionUID = 1L;

  StaleSnapshotException(String message) {
    super(ExitCode.NOT_ENOUGH_DATA, message);
  }
}
