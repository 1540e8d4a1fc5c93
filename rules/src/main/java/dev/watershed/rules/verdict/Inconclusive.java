package dev.watershed.rules.verdict;

import java.util.Objects;

/**
 * What a rule could not judge.
 *
 * @param rule the rule's name
 * @param subject what it is about
 * @param reason why, and what would help
 * @param fails whether this is a failure of its own
 */
public record Inconclusive(String rule, String subject, String reason, boolean fails) {

  public Inconclusive {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(reason, "reason");
  }

  /** One that is said, and fails nothing. */
  public Inconclusive(String rule, String subject, String reason) {
    this(rule, subject, reason, false);
  }

  /** The same as a failure. */
  Inconclusive failing() {
    return new Inconclusive(rule, subject, reason, true);
  }
}
