package dev.watershed.rules;

import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The rules in force.
 *
 * @param rules in the order in which they judge
 */
public record RuleBook(List<Rule> rules) {

  private static final Comparator<Violation> ORDER =
      Comparator.comparing(Violation::severity)
          .thenComparing(Violation::rule)
          .thenComparing(Violation::key);

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** What all rules find together, the worst first. */
  public Verdict judge(WorkloadFacts facts) {
    List<Violation> violations = new ArrayList<>();
    List<Inconclusive> inconclusive = new ArrayList<>();
    int inspected = 0;
    int notApplicable = 0;
    for (Rule rule : rules) {
      Verdict verdict = rule.judge(facts);
      violations.addAll(verdict.violations());
      inconclusive.addAll(verdict.inconclusive());
      inspected += verdict.inspected();
      notApplicable += verdict.notApplicable();
    }
    violations.sort(ORDER);
    return new Verdict(violations, inconclusive, inspected, notApplicable);
  }
}
