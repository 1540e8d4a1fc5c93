package dev.watershed.rules.verdict;

import dev.watershed.analyzer.saying.Saying;
import java.util.Objects;

/**
 * What is configured for a rule and fits nothing: a person has to look, nothing is judged by it.
 *
 * @param rule the rule's name
 * @param subject what is configured
 * @param saidReason what is wrong, and the way out
 */
public record Misconfigured(String rule, String subject, Saying saidReason) {

  public Misconfigured {
    Objects.requireNonNull(rule, "rule");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(saidReason, "saidReason");
  }

  /** What is wrong, and the way out, in English. */
  public String reason() {
    return saidReason.text();
  }
}
