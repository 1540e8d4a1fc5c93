package dev.watershed.cli.command;

import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.reports.LedgerView;
import dev.watershed.reports.json.DecisionsJson;
import dev.watershed.reports.text.DecisionsText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says where the decisions of a ledger stand, and what has none. */
@Command(
    name = "decisions",
    description = "Say where each decision about a finding stands, and what has none yet.",
    sortOptions = false)
public final class DecisionsCommand implements Callable<Integer> {

  private static final int USUAL_LIMIT = 20;

  private final CommandContext context;

  @Mixin private StoreOptions store = new StoreOptions();

  @Mixin private CouplingOptions coupling = new CouplingOptions();

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "The most findings without a decision; 0 for all. Default: 20.")
  private int limit = USUAL_LIMIT;

  @Mixin private OutputOptions output = new OutputOptions();

  public DecisionsCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CommandException, OutputClosedException {
    LimitArgument.check(limit);
    Configuration configuration = ConfigurationFile.read(context, store.config());
    if (!configuration.governance().hasLedger()) {
      throw new CommandException(
          ExitCode.USAGE,
          store.config()
              + ": no ledger; name one with decisions: decisions.yaml, a file that begins with"
              + " decisions: []");
    }
    StoreOptions.StoreSpan span = store.span(context.clock().instant());
    FindingReading reading = FindingReading.of(context, configuration, coupling, span);
    LedgerReading ledger =
        LedgerReading.of(
            context,
            configuration,
            coupling,
            span,
            reading.findings(),
            reading.services(),
            reading.coupling().saidNotes());
    LedgerView view = ledger.view();
    output.write(
        context,
        stream -> DecisionsJson.write(view, stream),
        text -> new DecisionsText(text, limit).render(view));
    return ExitCode.strongest(reading.exitCode(), ledger.exitCode()).code();
  }
}
