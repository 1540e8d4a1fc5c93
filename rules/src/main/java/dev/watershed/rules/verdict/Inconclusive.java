package dev.watershed.rules.verdict;

import java.util.Objects;

/**
 * What a rule could not judge.
 *
 * @param rule the rule's name
 * @param subject what it is about
 * @param reason why, and what would help
 */
public record Inconclusive(String rule, String subject, String reason) {

  public Inconclusive {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(reason, "reason");
  }
}
