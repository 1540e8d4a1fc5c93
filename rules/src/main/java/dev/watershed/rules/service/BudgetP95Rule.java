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
 * The 95th percentile of a service's statements against its budget. Does not fire on services
 * without one.
 */
public final class BudgetP95Rule implements Rule {

  /** Of which the slowest twentieth is more than one call. */
  static final Parameter MIN_CALLS =
      Parameter.count("minCalls", 40, "services with fewer calls in the span are not judged");

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "budget-p95",
          "a service whose 95th percentile is above its budget",
          Severity.ERROR,
          List.of(MIN_CALLS),
          BudgetP95Rule::new,
          true);

  private final RuleSettings settings;

  BudgetP95Rule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return new PercentileBudget(95, MIN_CALLS, Budget::p95Millis, Percentiles::p95Micros)
        .judge(KIND, settings, facts);
  }
}
