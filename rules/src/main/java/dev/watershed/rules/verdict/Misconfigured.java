package dev.watershed.rules.verdict;

import java.util.Objects;

/**
 * What is configured for a rule and fits nothing: a person has to look, nothing is judged by it.
 *
 * @param rule the rule's name
 * @param subject what is configured
 * @param reason what is wrong, and the way out
 */
public record Misconfigured(String rule, String subject, String reason) {

  public Misconfigured {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(reason, "reason");
  }
}
