package dev.watershed.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of every command; none of them is a command's own business. */
final class GeneralOptions {

  /** Read by the failure handler from the arguments, so that it holds wherever it stands. */
  static final String DEBUG = "--debug";

  private GeneralOptions() {}

  /** Adds them to a command and to its subcommands. */
  static void addTo(CommandLine command) {
    add(command.getCommandSpec());
    command.getSubcommands().values().forEach(sub -> add(sub.getCommandSpec()));
    command
        .getCommandSpec()
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Show the version and exit.")
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
