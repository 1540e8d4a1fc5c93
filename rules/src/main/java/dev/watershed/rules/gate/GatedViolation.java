package dev.watershed.rules.gate;

import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import java.util.Objects;

/**
 * A violation and what people said of it before.
 *
 * @param note who said so, and until when; empty if nobody did
 */
public record GatedViolation(Violation violation, ViolationState state, String note) {

  public GatedViolation {
    Objects.requireNonNull(violation, "violation");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(note, "note");
  }

  /** One that nobody spoke of. */
  public static GatedViolation fresh(Violation violation) {
    return new GatedViolation(violation, ViolationState.NEW, "");
  }

  /** Whether the gate fails by it. */
  public boolean fails() {
    return state == ViolationState.NEW && violation.severity() == Severity.ERROR;
  }
}
