package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import java.util.Objects;

/**
 * A violation and what people said of it before.
 *
 * @param saidNote who said so, and until when; empty if nobody did
 */
public record GatedViolation(Violation violation, ViolationState state, Saying saidNote) {

  public GatedViolation {
    Objects.requireNonNull(violation, "violation");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(saidNote, "saidNote");
  }

  /** One that nobody spoke of. */
  public static GatedViolation fresh(Violation violation) {
    return new GatedViolation(violation, ViolationState.NEW, Saying.nothing());
  }

  /** Whether the gate fails by it. */
  public boolean fails() {
    return state == ViolationState.NEW && violation.severity() == Severity.ERROR;
  }

  /** Who said so, and until when, in English; empty if nobody did. */
  public String note() {
    return saidNote.text();
  }
}
