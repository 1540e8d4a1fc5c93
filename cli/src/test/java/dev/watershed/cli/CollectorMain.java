package dev.watershed.cli;

import dev.watershed.cli.console.CommandContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;

/** The program, at a time that the first argument tells. */
final class CollectorMain {

  private CollectorMain() {}

  public static void main(String[] arguments) {
    CommandContext process = CommandContext.ofProcess();
    CommandContext context =
        new CommandContext(
            process.input(),
            process.output(),
            process.error(),
            false,
            false,
            process.environment(),
            process.workingDirectory(),
            process.home(),
            Clock.fixed(Instant.parse(arguments[0]), ZoneOffset.UTC));
    System.exit(Main.run(context, Arrays.copyOfRange(arguments, 1, arguments.length)));
  }
}
