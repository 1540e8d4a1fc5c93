package dev.watershed.rules.book;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.ActiveRule;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Misconfigured;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules in force.
 *
 * @param rules in the order in which they judge
 */
public record RuleBook(List<ActiveRule> rules) {

  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::severity)
          .thenComparing(Violation::rule)
          .thenComparing(Violation::key);

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** What all rules of the scope find together, the worst first. */
  public Verdict judge(FleetFacts facts) {
    boolean change = facts.change().isPresent();
    return together(
        rules.stream()
            .filter(rule -> rule.kind().scope().judges(change))
            .map(rule -> rule.judge(facts))
            .toList());
  }

  /** Several verdicts as one, the worst first. */
  public static Verdict together(List<Verdict> verdicts) {
    List<Violation> violations = new ArrayList<>();
    List<Inconclusive> inconclusive = new ArrayList<>();
    List<Misconfigured> misconfigured = new ArrayList<>();
    int inspected = 0;
    int notApplicable = 0;
    for (Verdict verdict : verdicts) {
      violations.addAll(verdict.violations());
      inconclusive.addAll(verdict.inconclusive());
      misconfigured.addAll(verdict.misconfigured());
      inspected += verdict.inspected();
      notApplicable += verdict.notApplicable();
    }
    violations.sort(ORDER);
    return new Verdict(violations, inconclusive, misconfigured, inspected, notApplicable);
  }
}
