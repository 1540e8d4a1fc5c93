package dev.watershed.cli.command;

import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.Ledger;
import dev.watershed.analyzer.decision.Standing;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.cli.console.OutputClosedException;
import dev.watershed.reports.LedgerView;
import dev.watershed.reports.json.DecisionsJson;
import dev.watershed.reports.text.DecisionsText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    Instant now = context.clock().instant();
    StoreOptions.StoreSpan span = store.span(now);
    List<Decision> decisions = configuration.governance().decisions();
    FindingReading reading = FindingReading.of(context, configuration, coupling, span);
    PastFindings past =
        PastFindings.read(context, configuration, coupling, span, decisions, reading.findings());
    Ledger ledger =
        Ledger.of(
            decisions,
            reading.findings(),
            past::of,
            span.since(),
            LocalDate.ofInstant(now, ZoneOffset.UTC));
    LedgerView view =
        new LedgerView(
            ledger, Teams.of(reading.services()), hints(ledger), reading.coupling().notes());
    output.write(
        context,
        stream -> DecisionsJson.write(view, stream),
        text -> new DecisionsText(text, limit).render(view));
    return ExitCode.strongest(reading.exitCode(), past.exitCode()).code();
  }

  static Map<String, String> hints(Ledger ledger) {
    List<String> undecided = ledger.undecided().stream().map(KnownFinding::id).toList();
    Map<String, String> hints = new HashMap<>();
    for (JudgedDecision each : ledger.decisions()) {
      if (each.standing() == Standing.UNKNOWN) {
        String id = each.decision().finding();
        Nearest.to(id, undecided).ifPresent(near -> hints.put(id, near));
      }
    }
    return hints;
  }
}
