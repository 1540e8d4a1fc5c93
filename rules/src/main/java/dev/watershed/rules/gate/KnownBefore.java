package dev.watershed.rules.gate;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the configuration already shows that a change starts from, by the same data: only what the
 * change adds can fail it. What was suppressed, accepted or on trial there is not among it: a
 * change that takes this away adds a violation. So does one that makes a violation more severe.
 *
 * @param violations the severities of those that counted, by texts of their keys
 * @param inconclusive what could not be judged, by rule and subject
 * @param misconfigured what fitted nothing, by rule and subject
 */
public record KnownBefore(
    Map<String, Severity> violations,
    Set<List<String>> inconclusive,
    Set<List<String>> misconfigured) {

  /** There is no such configuration. */
  public static final KnownBefore NONE = new KnownBefore(Map.of(), Set.of(), Set.of());

  static final Saying NOTE = Saying.of("gate.before", "there before this change");

  public KnownBefore {
    violations = Map.copyOf(violations);
    inconclusive = Set.copyOf(inconclusive);
    misconfigured = Set.copyOf(misconfigured);
  }

  /** What the gate said of the configuration before. */
  public static KnownBefore of(GateResult before) {
    Map<String, Severity> violations = new TreeMap<>();
    for (GatedViolation each : before.violations()) {
      if (each.state() == ViolationState.NEW) {
        violations.put(each.violation().key().text(), each.violation().severity());
      }
    }
    Set<List<String>> inconclusive = new HashSet<>();
    before.inconclusive().forEach(each -> inconclusive.add(subject(each)));
    Set<List<String>> misconfigured = new HashSet<>();
    before.misconfigured().forEach(each -> misconfigured.add(subject(each)));
    return new KnownBefore(violations, inconclusive, misconfigured);
  }

  /**
   * What it says of a violation; empty if it says nothing.
   *
   * @param former what keys were before services, tables and rules got other names
   */
  Optional<GatedViolation> of(Violation violation, FormerKeys former) {
    Severity now = violation.severity();
    return former.of(violation.key()).stream()
        .map(key -> Optional.ofNullable(violations.get(key)))
        .flatMap(Optional::stream)
        .filter(then -> then.compareTo(now) <= 0)
        .findAny()
        .map(then -> new GatedViolation(violation, ViolationState.BASELINE, NOTE));
  }

  /** Whether something could not be judged before either. */
  boolean has(Inconclusive now) {
    return inconclusive.contains(subject(now));
  }

  /** Whether something fitted nothing before either. */
  boolean has(Misconfigured now) {
    return misconfigured.contains(subject(now));
  }

  private static List<String> subject(Inconclusive each) {
    return List.of(each.rule(), each.subject());
  }

  private static List<String> subject(Misconfigured each) {
    return List.of(each.rule(), each.subject());
  }
}
