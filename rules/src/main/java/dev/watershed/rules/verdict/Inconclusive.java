package dev.watershed.rules.verdict;

import dev.watershed.analyzer.saying.Saying;
import java.util.Objects;

/**
 * What a rule could not judge.
 *
 * @param rule the rule's name
 * @param subject what it is about
 * @param saidReason why, and what would help
 * @param fails whether this is a failure of its own
 */
public record Inconclusive(String rule, String subject, Saying saidReason, boolean fails) {

  public Inconclusive {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(saidReason, "saidReason");
  }

  /** One that is said, and fails nothing. */
  public Inconclusive(String rule, String subject, Saying reason) {
    this(rule, subject, reason, false);
  }

  /** The same as a failure. */
  Inconclusive failing() {
    return new Inconclusive(rule, subject, saidReason, true);
  }

  /** Why, and what would help, in English. */
  public String reason() {
    return saidReason.text();
  }
}
