package dev.watershed.cli.command;

import dev.watershed.analyzer.decision.Decision;
import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.Ledger;
import dev.watershed.analyzer.decision.Standing;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.analyzer.service.Service;
import dev.watershed.cli.config.Configuration;
import dev.watershed.cli.console.CommandContext;
import dev.watershed.cli.console.CommandException;
import dev.watershed.cli.console.ExitCode;
import dev.watershed.cli.console.Nearest;
import dev.watershed.reports.LedgerView;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the decisions of a ledger stand.
 *
 * @param exitCode how the command ends if nothing else happens
 */
record LedgerReading(LedgerView view, ExitCode exitCode) {

  LedgerReading {
    Objects.requireNonNull(view, "view");
    Objects.requireNonNull(exitCode, "exitCode");
  }

  /**
   * Holds decisions against findings, and those that are gone against earlier spans.
   *
   * @param findings of the span
   * @param services with their teams
   * @param notes what a reader has to know before he believes it
   * @throws CommandException if the store cannot be read
   */
  static LedgerReading of(
      CommandContext context,
      Configuration configuration,
      CouplingOptions coupling,
      StoreOptions.StoreSpan span,
      List<KnownFinding> findings,
      List<Service> services,
      List<Saying> notes)
      throws CommandException {
    List<Decision> decisions = configuration.governance().decisions();
    PastFindings past =
        PastFindings.read(context, configuration, coupling, span, decisions, findings);
    Ledger ledger =
        Ledger.of(
            decisions,
            findings,
            past::of,
            span.since(),
            LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC));
    return new LedgerReading(
        new LedgerView(ledger, Teams.of(services), hints(ledger), notes), past.exitCode());
  }

  private static Map<String, String> hints(Ledger ledger) {
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
