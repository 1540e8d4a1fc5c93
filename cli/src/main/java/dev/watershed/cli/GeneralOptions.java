package dev.watershed.cli;

import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of every command; none of them is a command's own business. */
final class GeneralOptions {

  /** Read by the failure handler from the arguments, so that it holds wherever it stands. */
  static final String DEBUG = "--debug";

  /** Read by {@link MetricsOption}, also where a command line is wrong. */
  static final String METRICS = "--metrics";

  private GeneralOptions() {}

  /** Adds them to a command and to its subcommands. */
  static void addTo(CommandLine command) {
    add(command.getCommandSpec());
    for (CommandLine sub : command.getSubcommands().values()) {
      add(sub.getCommandSpec());
      if (!(sub.getCommand() instanceof CommandLine.HelpCommand)) {
        addMetrics(sub.getCommandSpec());
      }
    }
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version and exit.")
                .build());
  }

  private static void addMetrics(CommandSpec command) {
    command.addOption(
        OptionSpec.builder(METRICS)
            .paramLabel("FILE")
            .type(Path.class)
            .description(
                "Say there how the run went, as metrics for Prometheus, beside those of other"
                    + " commands.")
            .build());
  }

  private static void add(CommandSpec command) {
    if (command.findOption("--help") == null) {
      command.addOption(
          OptionSpec.builder("-h", "--help")
              .usageHelp(true)
              .description("Show this help and exit.")
              .build());
    }
    command.addOption(
        OptionSpec.builder(DEBUG)
            .description("On a bug, show where (as WATERSHED_DEBUG=1 does).")
            .build());
  }
}
