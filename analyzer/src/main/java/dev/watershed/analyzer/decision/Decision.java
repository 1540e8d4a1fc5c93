package dev.watershed.analyzer.decision;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * An entry of the ledger.
 *
 * @param finding the id of a finding, or of an advice
 * @param ticket where the work is followed
 * @param team who decided it
 * @param date when
 * @param reason why, in words
 * @param until the last day on which it holds; empty if it holds on
 */
public record Decision(
    String finding,
    DecisionState state,
    Optional<String> ticket,
    String team,
    LocalDate date,
    String reason,
    Optional<LocalDate> until) {

  public Decision {
    Objects.requireNonNull(finding, "finding");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(ticket, "ticket");
    Objects.requireNonNull(team, "team");
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(until, "until");
    if (until.isPresent() && until.get().isBefore(date)) {
      throw new IllegalArgumentException(
          "until " + until.get() + " is before the date of the decision, " + date);
    }
  }

  /** Whether it held for a time that is over. */
  public boolean expired(LocalDate today) {
    return until.filter(last -> last.isBefore(today)).isPresent();
  }
}
