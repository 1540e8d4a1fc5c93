package dev.watershed.analyzer.decision;

import java.util.Objects;
import java.util.Optional;

/**
 * A decision and what a span says about it.
 *
 * @param finding as the span shows it; where it is gone, as it was when it was decided about
 * @param ageDays days since it was decided; negative for a date to come
 * @param expired whether it held until a day that is over
 */
public record JudgedDecision(
    Decision decision,
    Standing standing,
    Optional<KnownFinding> finding,
    long ageDays,
    boolean expired) {

  public JudgedDecision {
    Objects.requireNonNull(decision, "decision");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(finding, "finding");
  }

  /** Whether the span shows the finding. */
  public boolean seen() {
    return standing == Standing.OPEN
        || standing == Standing.REOPENED
        || standing == Standing.UNSETTLED;
  }
}
