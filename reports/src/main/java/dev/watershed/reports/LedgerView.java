package dev.watershed.reports;

import dev.watershed.analyzer.decision.KnownFinding;
import dev.watershed.analyzer.decision.Ledger;
import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The ledger as it is shown.
 *
 * @param teams of services, for findings that nobody decided about
 * @param hints for ids that nothing has, the known id that was probably meant
 * @param saidNotes what a reader has to know before he believes it
 */
public record LedgerView(
    Ledger ledger, Map<String, String> teams, Map<String, String> hints, List<Saying> saidNotes) {

  public LedgerView {
    Objects.requireNonNull(ledger, "ledger");
    teams = Map.copyOf(teams);
    hints = Map.copyOf(hints);
    saidNotes = List.copyOf(saidNotes);
  }

  /** The notes in English. */
  public List<String> notes() {
    return Saying.texts(saidNotes);
  }

  /** The one team of all services of a finding; empty if it is not known, or they have several. */
  public Optional<String> team(KnownFinding finding) {
    List<Optional<String>> all =
        finding.services().stream()
            .map(service -> Optional.ofNullable(teams.get(service)))
            .distinct()
            .toList();
    return all.size() == 1 ? all.get(0) : Optional.empty();
  }
}
