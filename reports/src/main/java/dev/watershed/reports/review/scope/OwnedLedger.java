package dev.watershed.reports.review.scope;

import dev.watershed.analyzer.decision.JudgedDecision;
import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.Ledger;
import dev.watershed.reports.LedgerView;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * The decisions about findings that some services take part in, and those of their teams about
 * findings that nothing shows.
 */
final class OwnedLedger {

  private OwnedLedger() {}

  static LedgerView of(LedgerView view, Set<String> services) {
    return new LedgerView(
        new Ledger(
            view.ledger().decisions().stream()
                .filter(each -> concerns(each, view, services))
                .toList(),
            view.ledger().undecided().stream()
                .filter(each -> concerns(Optional.of(each), services))
                .toList()),
        view.teams(),
        view.hints(),
        view.saidNotes());
  }

  static boolean concerns(Optional<KnownFinding> finding, Set<String> services) {
    return finding.filter(each -> !Collections.disjoint(each.services(), services)).isPresent();
  }

  private static boolean concerns(JudgedDecision decision, LedgerView view, Set<String> services) {
    return decision.finding().isPresent()
        ? concerns(decision.finding(), services)
        : services.stream()
            .map(service -> Optional.ofNullable(view.teams().get(service)))
            .anyMatch(team -> team.filter(decision.decision().team()::equals).isPresent());
  }
}
