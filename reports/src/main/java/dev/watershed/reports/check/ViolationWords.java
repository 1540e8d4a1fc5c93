package dev.watershed.reports.check;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.Units;
import dev.watershed.rules.gate.GatedViolation;
import dev.watershed.rules.gate.ViolationState;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Violation;
import java.util.stream.Collectors;

/** What all forms say of a violation in the same words; foreign characters are in it. */
public final class ViolationWords {

  private ViolationWords() {}

  /** What it is, and how many others count as one with it. */
  public static String message(Violation violation) {
    return said(violation).text();
  }

  /** The same for every language. */
  public static Saying said(Violation violation) {
    return violation.alike() == 0
        ? violation.said()
        : Saying.of(
            "violation.alike",
            violation.alike() == 1
                ? "{0} (and {1} other of the same shape)"
                : "{0} (and {1} others of the same shape)",
            violation.said(),
            Units.grouped(violation.alike()));
  }

  /** What people said of it before, as it follows a number. */
  static String state(ViolationState state) {
    return switch (state) {
      case NEW -> "new";
      case BASELINE -> "in the baseline";
      case SUPPRESSED -> "suppressed";
      case SHADOW -> "on trial";
    };
  }

  /** Why it fails nothing, whoever said so. */
  static String accepted(GatedViolation gated) {
    return gated.note().isEmpty()
        ? state(gated.state())
        : state(gated.state()) + ": " + gated.note();
  }

  /** What it rests on, in one line. */
  public static String evidence(Violation violation) {
    return violation.evidence().stream()
        .map(ViolationWords::figure)
        .collect(Collectors.joining(", "));
  }

  private static String figure(Evidence evidence) {
    return evidence.figure() + " " + evidence.value().toPlainString();
  }
}
