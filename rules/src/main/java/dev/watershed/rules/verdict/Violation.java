package dev.watershed.rules.verdict;

import dev.watershed.analyzer.saying.Saying;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A verdict against something.
 *
 * @param severity how bad it is
 * @param key what it is known by
 * @param subject what it is about, for people: a service, a digest, a table, {@code fleet}
 * @param services whose it is, in order
 * @param said one sentence for people
 * @param saidRemedy the way out, one sentence; empty where the message says it
 * @param evidence what it rests on
 * @param location where it is written; empty for what was seen at run time
 * @param alike how many others have the same key, and count as one with it
 */
public record Violation(
    Severity severity,
    ViolationKey key,
    String subject,
    List<String> services,
    Saying said,
    Saying saidRemedy,
    List<Evidence> evidence,
    Optional<Location> location,
    int alike) {

  public Violation {
    Objects.requireNonNull(severity, "severity");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(subject, "subject");
    services = List.copyOf(services);
    Objects.requireNonNull(said, "said");
    Objects.requireNonNull(saidRemedy, "saidRemedy");
    evidence = List.copyOf(evidence);
    Objects.requireNonNull(location, "location");
    if (evidence.isEmpty()) {
      throw new IllegalArgumentException(key + " without evidence");
    }
  }

  /** One that was seen at run time. */
  public static Violation seen(
      Severity severity,
      ViolationKey key,
      String subject,
      List<String> services,
      Saying message,
      Saying remedy,
      List<Evidence> evidence) {
    return new Violation(
        severity, key, subject, services, message, remedy, evidence, Optional.empty(), 0);
  }

  /** One whose sentences a person wrote, or that no report shows. */
  public static Violation seen(
      Severity severity,
      ViolationKey key,
      String subject,
      List<String> services,
      String message,
      String remedy,
      List<Evidence> evidence) {
    return seen(
        severity,
        key,
        subject,
        services,
        Saying.verbatim(message),
        Saying.verbatim(remedy),
        evidence);
  }

  /** The rule's name. */
  public String rule() {
    return key.rule();
  }

  /** The same, written somewhere. */
  public Violation at(Location place) {
    return new Violation(
        severity, key, subject, services, said, saidRemedy, evidence, Optional.of(place), alike);
  }

  /** The same, of other services. */
  public Violation of(List<String> others) {
    return new Violation(
        severity, key, subject, others, said, saidRemedy, evidence, location, alike);
  }

  /** The worse of this and another one with its key, this where they are alike; counts for both. */
  Violation andAlike(Violation other) {
    Violation worse = other.severity.compareTo(severity) < 0 ? other : this;
    return new Violation(
        worse.severity,
        key,
        worse.subject,
        worse.services,
        worse.said,
        worse.saidRemedy,
        worse.evidence,
        worse.location,
        alike + other.alike + 1);
  }

  /** The same, of another severity. */
  public Violation as(Severity other) {
    return new Violation(
        other, key, subject, services, said, saidRemedy, evidence, location, alike);
  }

  /** One sentence of English. */
  public String message() {
    return said.text();
  }

  /** The way out in English; empty where the message says it. */
  public String remedy() {
    return saidRemedy.text();
  }
}
