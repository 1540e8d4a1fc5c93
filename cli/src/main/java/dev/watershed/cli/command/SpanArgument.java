package dev.watershed.cli.command;

import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** A span as it is typed: {@code 2026-11-01/2026-11-08}. */
final class SpanArgument {

  private SpanArgument() {}

  /**
   * Reads two times with a slash between them.
   *
   * @param option for messages
   * @throws CommandException wrong usage, if it is something else
   */
  static StoreOptions.StoreSpan parse(
      String option, String text, Instant now, Set<String> servers, Set<String> sources)
      throws CommandException {
    String[] ends = text.split("/", -1);
    try {
      if (ends.length == 2) {
        Instant from = TimeArgument.parse(ends[0], now, ZoneOffset.UTC);
        Instant until = TimeArgument.parse(ends[1], now, ZoneOffset.UTC);
        if (from.isBefore(until)) {
          return new StoreOptions.StoreSpan(
              servers, sources, Optional.of(from), Optional.of(until));
        }
      }
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, option + ": " + e.getMessage());
    }
    throw new CommandException(
        ExitCode.USAGE,
        option
            + ": '"
            + text
            + "' is no span; expected a start and a later end, such as"
            + " 2026-11-01T00:00Z/2026-11-02T00:00Z");
  }
}
