package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * What couples services, and what it was found in: read while the caller reads something else.
 *
 * @param messages what was to be said meanwhile
 */
record Coupled(
    CouplingReading reading, CouplingOptions.Found found, FactsCache cache, String messages) {

  Coupled {
    Objects.requireNonNull(reading, "reading");
    Objects.requireNonNull(found, "found");
    Objects.requireNonNull(cache, "cache");
    Objects.requireNonNull(messages, "messages");
  }

  /**
   * Begins to read.
   *
   * @param findings whether they are wanted too, beside who uses and owns what
   */
  static Meanwhile<Coupled> begin(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      boolean findings) {
    return Meanwhile.begin("coupling", () -> read(context, configuration, span, findings));
  }

  private static Coupled read(
      CommandContext context,
      Configuration configuration,
      StoreOptions.StoreSpan span,
      boolean findings)
      throws CommandException {
    ByteArrayOutputStream messages = new ByteArrayOutputStream();
    CommandContext aside = context.saying(new PrintStream(messages, true, StandardCharsets.UTF_8));
    FactsCache cache = FactsCache.of(context, configuration);
    CouplingReading reading =
        CouplingReading.of(aside, configuration, span, cache, FleetUseReading.BOUNDS);
    CouplingOptions options = new CouplingOptions();
    return new Coupled(
        reading,
        findings ? options.find(reading, configuration) : options.owned(reading, configuration),
        cache,
        messages.toString(StandardCharsets.UTF_8));
  }

  /**
   * What was read; waits for it, and says what was to be said.
   *
   * @throws CommandException if the reading did
   */
  static Coupled result(CommandContext context, Meanwhile<Coupled> reading)
      throws CommandException {
    try {
      Coupled coupled = reading.result();
      context.error().print(coupled.messages());
      context.error().flush();
      return coupled;
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
