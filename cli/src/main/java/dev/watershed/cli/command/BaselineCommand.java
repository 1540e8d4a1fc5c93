package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.config.GateConfiguration.BaselineFile;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.rules.gate.Baseline;
import dev.watershed.rules.gate.BaselineEntry;
import dev.watershed.rules.gate.BaselineMigration;
import dev.watershed.rules.gate.FormerKeys;
import dev.watershed.rules.gate.Renames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the keys of a baseline under the names of today. */
@Command(
    name = "baseline",
    description = {
      "Write the keys of a baseline under the names of today.",
      "'baseline migrate' applies the renames in the head of the file for good, and takes them out."
          + " Statements are known by the tables that they name: the store says which they are."
    },
    sortOptions = false)
public final class BaselineCommand implements Callable<Integer> {

  private static final String MIGRATE = "migrate";

  private final CommandContext context;

  @Parameters(paramLabel = MIGRATE, converter = What.class, description = "What to do.")
  private String what = MIGRATE;

  @Mixin private StoreOptions store = new StoreOptions();

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "The baseline. Default: that of the configuration.")
  private Optional<Path> baseline = Optional.empty();

  public BaselineCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    GateOptions.refuseMachines(context, "baseline " + what);
    StoreReading stored = StoreReading.of(context, store.config());
    Configuration configuration = stored.configuration();
    BaselineFile file =
        GateOptions.file(baseline, context, configuration)
            .orElseThrow(
                () ->
                    new CommandException(
                        ExitCode.USAGE,
                        "no baseline; name one with --baseline FILE, or in the configuration"));
    Baseline before = StoreGate.baseline(configuration, file, false).orElseThrow();
    Renames renames = before.renames();
    if (renames.isEmpty()) {
      context.say(file.name() + ": no renames in its head, nothing to do");
      return ExitCode.FINE.code();
    }
    FleetReading reading =
        FleetReading.of(
            context, stored, store.span(context.clock().instant()), FleetReading.Depth.CHANGE);
    BaselineMigration migration =
        BaselineMigration.of(before, FormerKeys.of(renames, reading.facts()));
    StoreGate.write(context, file, migration.baseline());
    say(file, migration);
    return ExitCode.strongest(
            reading.exitCode(),
            migration.unknown().isEmpty() ? ExitCode.FINE : ExitCode.PARTLY_DONE)
        .code();
  }

  private void say(BaselineFile file, BaselineMigration migration) {
    context.say(
        file.name()
            + ": "
            + migration.renamed()
            + " of "
            + migration.baseline().entries().size()
            + " entries have another key");
    List<BaselineEntry> unknown = migration.unknown();
    if (!unknown.isEmpty()) {
      context.say(
          "the span does not show the statements of these, so that they and the renames stay as they"
              + " are; --since may reach further back, and check --prune takes out what is gone:");
      unknown.forEach(entry -> context.say("  " + entry.key()));
    }
  }

  /** What the command can do. */
  private static final class What extends Words<String> {
    What() {
      super(List.of(MIGRATE), word -> word);
    }
  }
}
