package dev.watershed.cli;

import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.metrics.Measured;
import dev.watershed.cli.metrics.MetricsFile;
import dev.watershed.cli.metrics.RunOutcome;
import dev.watershed.cli.metrics.SourceFigures;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/**
 * Where the metrics of a run go. Found in the arguments as they stand, so that a command line that
 * nobody can understand shows in the metrics, too.
 *
 * @param command the name of the command
 */
record MetricsOption(String command, Path file) {

  /** The option of a command line; empty if it has none, or no command. */
  static Optional<MetricsOption> of(CommandLine main, List<String> arguments) {
    Optional<String> command =
        arguments.stream().filter(main.getSubcommands()::containsKey).findFirst();
    Optional<String> file = Optional.empty();
    for (int at = 0; at < arguments.size() && !arguments.get(at).equals("--"); at++) {
      String argument = arguments.get(at);
      if (argument.startsWith(GeneralOptions.METRICS + "=")) {
        file = Optional.of(argument.substring(GeneralOptions.METRICS.length() + 1));
      } else if (argument.equals(GeneralOptions.METRICS) && at + 1 < arguments.size()) {
        file = Optional.of(arguments.get(at + 1));
      }
    }
    if (command.isEmpty() || file.isEmpty() || file.get().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new MetricsOption(command.get(), Path.of(file.get())));
    } catch (InvalidPathException e) {
      return Optional.empty(); // picocli has said so
    }
  }

  /**
   * Adds how the run went. Nothing where somebody asked for help only.
   *
   * @param began when the run began
   * @param code what the command ended with
   * @return the same code; usage where the command was fine and its metrics could not be written
   */
  int add(CommandContext context, CommandLine main, Instant began, int code) {
    if (helpAsked(main)) {
      return code;
    }
    Instant ended = context.clock().instant();
    Duration taken = ended.isBefore(began) ? Duration.ZERO : Duration.between(began, ended);
    try {
      MetricsFile.add(context, file, new RunOutcome(command, ended, taken, code, figures(main)));
      return code;
    } catch (CommandException e) {
      context.say("metrics: " + e.getMessage());
      return code == ExitCode.FINE.code() ? ExitCode.USAGE.code() : code;
    }
  }

  private List<SourceFigures> figures(CommandLine main) {
    return measured(main).map(Measured::figures).orElse(List.of());
  }

  /** Whether the command comes to its own end where the process is told to end. */
  boolean endsInGoodOrder(CommandLine main) {
    return measured(main).filter(Measured::endsInGoodOrder).isPresent();
  }

  private Optional<Measured> measured(CommandLine main) {
    return main.getSubcommands().get(command).getCommand() instanceof Measured measured
        ? Optional.of(measured)
        : Optional.empty();
  }

  private static boolean helpAsked(CommandLine main) {
    ParseResult parsed = main.getParseResult();
    return main.isUsageHelpRequested()
        || parsed != null
            && parsed.hasSubcommand()
            && parsed.subcommand().commandSpec().commandLine().isUsageHelpRequested();
  }
}
