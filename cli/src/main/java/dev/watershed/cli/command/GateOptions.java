package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.GateConfiguration.BaselineFile;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What a gate goes by that people said before. Empty is not given. */
final class GateOptions {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "What was accepted before. Default: the baseline of the configuration.")
  private Optional<Path> baseline = Optional.empty();

  @Option(
      names = "--update-baseline",
      description = "Accept what is new: write it into the baseline.")
  private boolean update;

  @Option(
      names = "--prune",
      description = "Take entries out of the baseline whose violations are gone.")
  private boolean prune;

  @Option(names = "--no-record", description = "Keep nothing of the verdicts for the next check.")
  private boolean noRecord;

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Judge by what the rules of the configuration say of this environment.")
  private Optional<String> environment = Optional.empty();

  /**
   * The configuration with the rules of the environment that was asked for.
   *
   * @throws CommandException wrong usage, if no rule names it
   */
  Configuration chosen(Configuration configuration) throws CommandException {
    try {
      return environment.map(configuration::in).orElse(configuration);
    } catch (IllegalArgumentException e) {
      throw new CommandException(ExitCode.USAGE, "--environment: " + e.getMessage());
    }
  }

  /** The same of an earlier configuration, which may not name the environment yet. */
  Configuration chosenIfKnown(Configuration earlier) {
    return environment
        .filter(earlier.ruleSets().environments()::containsKey)
        .map(earlier::in)
        .orElse(earlier);
  }

  /** Whether the baseline is to be written. */
  boolean writes() {
    return update || prune;
  }

  boolean updates() {
    return update;
  }

  boolean prunes() {
    return prune;
  }

  /** Whether the verdicts are kept; those of an environment are not those of the fleet. */
  boolean records() {
    return !noRecord && environment.isEmpty();
  }

  /** The file of the baseline; empty if there is none. */
  Optional<BaselineFile> baseline(CommandContext context, Configuration configuration) {
    return file(baseline, context, configuration);
  }

  /** The file that was given, or else that of the configuration. */
  static Optional<BaselineFile> file(
      Optional<Path> given, CommandContext context, Configuration configuration) {
    return given
        .map(name -> new BaselineFile(name.toString(), context.workingDirectory().resolve(name)))
        .or(() -> configuration.gate().baseline());
  }

  /**
   * Refuses to write a baseline where no person asks for it, or where only a part is judged.
   *
   * @param whole whether all of the fleet is judged
   * @throws CommandException wrong usage
   */
  void checkWriting(CommandContext context, boolean whole) throws CommandException {
    if (!writes()) {
      return;
    }
    String option = update ? "--update-baseline" : "--prune";
    refuseMachines(context, option);
    if (!whole) {
      throw new CommandException(
          ExitCode.USAGE,
          option
              + ": a baseline is about the whole fleet; leave out --server and --source, and judge"
              + " the store");
    }
  }

  /** What a pipeline accepts by itself, nobody has accepted. */
  static void refuseMachines(CommandContext context, String what) throws CommandException {
    if (context.variable("CI").filter(value -> !value.equals("false")).isPresent()) {
      throw new CommandException(
          ExitCode.USAGE,
          what
              + ": what a baseline accepts, a person accepts and a review sees; CI is set, so this"
              + " looks like a pipeline. Run it at your desk (or with CI=false) and commit the"
              + " file");
    }
  }
}
