package dev.watershed.rules;

import java.util.List;
import java.util.Objects;

/**
 * A verdict against something.
 *
 * @param rule the rule's name
 * @param severity how bad it is
 * @param key what stays the same from run to run: the rule and what it is about
 * @param subject what it is about: a service, a digest, {@code fleet}
 * @param services whose it is
 * @param message one sentence for people
 * @param evidence what it rests on
 */
public record Violation(
    String rule,
    Severity severity,
    String key,
    String subject,
    List<String> services,
    String message,
    List<Evidence> evidence) {

  public Violation {
    Objects.requireNonNull(severity, "severity");
    services = List.copyOf(services);
    evidence = List.copyOf(evidence);
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException(rule + " on " + subject + " without evidence");
    }
  }

  /** A violation whose key is its rule and subject. */
  static Violation of(
      String rule,
      Severity severity,
      String subject,
      List<String> services,
      String message,
      List<Evidence> evidence) {
    return new Violation(
        rule, severity, rule + ":" + subject, subject, services, message, evidence);
  }
}
