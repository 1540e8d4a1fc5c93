package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.Percentiles;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;

/**
 * The 99th percentile of a service's statements against its budget. Does not fire on services
 * without one.
 */
public final class BudgetP99Rule implements Rule {

  /** Of which the slowest hundredth is more than one call. */
  static final Parameter MIN_CALLS =
      Parameter.count("minCalls", 200, "services with fewer calls in the span are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "budget-p99",
          "a service whose 99th percentile is above its budget",
          Severity.ERROR,
          List.of(MIN_CALLS),
          BudgetP99Rule::new,
          true);

  private final RuleSettings settings;

  BudgetP99Rule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return new PercentileBudget(99, MIN_CALLS, Budget::p99Millis, Percentiles::p99Micros)
        .judge(KIND, settings, facts);
  }
}
