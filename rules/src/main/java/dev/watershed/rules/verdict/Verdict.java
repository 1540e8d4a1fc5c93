package dev.watershed.rules.verdict;

import dev.watershed.analyzer.saying.Saying;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one rule, or all of them, found.
 *
 * @param violations in a fixed order, each key once
 * @param inconclusive what could not be judged
 * @param misconfigured what is configured and fits nothing
 * @param inspected how many things were judged
 * @param notApplicable how many rules had nothing to do, because nothing is configured for them
 */
public record Verdict(
    List<Violation> violations,
    List<Inconclusive> inconclusive,
    List<Misconfigured> misconfigured,
    int inspected,
    int notApplicable) {

  public Verdict {
    violations = List.copyOf(violations);
    inconclusive = List.copyOf(inconclusive);
    misconfigured = List.copyOf(misconfigured);
  }

  /** Nothing is configured for the rule. */
  public static Verdict nothingConfigured() {
    return new Verdict(List.of(), List.of(), List.of(), 0, 1);
  }

  /** The rule could judge nothing. */
  public static Verdict unknown(String rule, String subject, Saying reason) {
    return new Verdict(
        List.of(), List.of(new Inconclusive(rule, subject, reason)), List.of(), 0, 0);
  }

  /** The same where what could not be judged is a failure. */
  public Verdict failingInconclusive() {
    return new Verdict(
        violations,
        inconclusive.stream().map(Inconclusive::failing).toList(),
        misconfigured,
        inspected,
        notApplicable);
  }

  /** The same with other violations. */
  public Verdict with(List<Violation> others) {
    return new Verdict(others, inconclusive, misconfigured, inspected, notApplicable);
  }

  /** Whether the gate fails. */
  public boolean fails() {
    return violations.stream().anyMatch(violation -> violation.severity() == Severity.ERROR);
  }

  /** Collects what one rule finds. */
  public static final class Collector {

    private final String rule;
    private final Map<ViolationKey, Violation> violations = new LinkedHashMap<>();
    private final List<Inconclusive> inconclusive = new ArrayList<>();
    private final List<Misconfigured> misconfigured = new ArrayList<>();
    private int inspected;

    public Collector(String rule) {
      this.rule = rule;
    }

    /** Something was judged. */
    public void inspected() {
      inspected++;
    }

    /** A violation; of several with one key the first of the worst stands for all. */
    public void violated(Violation violation) {
      violations.merge(violation.key(), violation, Violation::andAlike);
    }

    /** Something could not be judged. */
    public void unknown(String subject, Saying reason) {
      inconclusive.add(new Inconclusive(rule, subject, reason));
    }

    /** Something could not be judged, for a reason that is told as it is. */
    public void unknown(String subject, String reason) {
      unknown(subject, Saying.verbatim(reason));
    }

    /** Something is configured that fits nothing, for a reason that is told as it is. */
    public void misfit(String subject, String reason) {
      misfit(subject, Saying.verbatim(reason));
    }

    /** Something is configured that fits nothing. */
    public void misfit(String subject, Saying reason) {
      misconfigured.add(new Misconfigured(rule, subject, reason));
    }

    /** What was found. */
    public Verdict verdict() {
      return new Verdict(
          List.copyOf(violations.values()), inconclusive, misconfigured, inspected, 0);
    }
  }
}
