package dev.watershed.cli;

import dev.watershed.cli.console.CommandContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * The program, at a time that the first argument tells. With a number behind it, time passes: so
 * many times as fast as elsewhere since that time.
 */
final class CollectorMain {

  private CollectorMain() {}

  public static void main(String[] arguments) {
    Instant since = Instant.parse(arguments[0]);
    boolean passing = arguments[1].matches("\\d+");
    Clock clock =
        passing
            ? hurried(since, Integer.parseInt(arguments[1]))
            : Clock.fixed(since, ZoneOffset.UTC);
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
            clock);
    System.exit(
        Main.run(context, Arrays.copyOfRange(arguments, passing ? 2 : 1, arguments.length)));
  }

  private static Clock hurried(Instant since, int speed) {
    InstantSource source =
        () -> since.plus(Duration.between(since, Instant.now()).multipliedBy(speed));
    return source.withZone(ZoneOffset.UTC);
  }
}
