package dev.watershed.rules.gate;

import dev.watershed.analyzer.service.Glob;
import dev.watershed.rules.verdict.Violation;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Somebody answers for violations, for a while.
 *
 * @param rule the rule's name
 * @param subject the subject of violations, their table, or a pattern over their keys
 * @param owner the service or team that answers
 * @param reason why
 * @param until the last day on which it holds
 * @param place where it is written
 */
public record Suppression(
    String rule, String subject, String owner, String reason, LocalDate until, String place) {

  public Suppression {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(place, "place");
    if (subject.isBlank()) {
      throw new IllegalArgumentException("expected a subject, a table, or a pattern over keys");
    }
  }

  /** Whether it holds no more on a day. */
  public boolean ended(LocalDate today) {
    return !Term.holds(until, today);
  }

  /** Whether it is about a violation. */
  boolean fits(Violation violation) {
    return violation.rule().equals(rule)
        && (violation.subject().equals(subject)
            || violation.key().table().equals(subject)
            || new Glob(subject).matches(violation.key().text()));
  }

  @Override
  public String toString() {
    return place + ": " + rule + " of " + subject;
  }
}
