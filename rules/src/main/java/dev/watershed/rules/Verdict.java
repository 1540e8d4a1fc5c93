package dev.watershed.rules;

import java.util.List;

/**
 * What one rule, or all of them, found.
 *
 * @param violations in a fixed order
 * @param inconclusive what could not be judged
 * @param inspected how many things were judged
 * @param notApplicable how many rules had nothing to do, because nothing is configured for them
 */
public record Verdict(
    List<Violation> violations, List<Inconclusive> inconclusive, int inspected, int notApplicable) {

  public Verdict {
    violations = List.copyOf(violations);
    inconclusive = List.copyOf(inconclusive);
  }

  /** Nothing is configured for the rule. */
  static Verdict nothingConfigured() {
    return new Verdict(List.of(), List.of(), 0, 1);
  }

  /** The rule could judge nothing. */
  static Verdict unknown(String rule, String subject, String reason) {
    return new Verdict(List.of(), List.of(new Inconclusive(rule, subject, reason)), 0, 0);
  }

  /** Whether the gate fails. */
  public boolean fails() {
    return violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR);
  }
}
