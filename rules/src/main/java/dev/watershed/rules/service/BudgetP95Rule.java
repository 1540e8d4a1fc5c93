package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Parameter;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;
import java.util.Optional;

/**
 * The 95th percentile of a service's statements against its budget. Does not fire on services
 * without a budget, nor on what cannot be known: a log with a threshold has no percentiles, and few
 * calls have none worth the name. A log that seems to hide fast statements shows a percentile that
 * is too high: within the budget it passes, above it nothing is claimed.
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
          BudgetP95Rule::new);

  private static final double MICROS_PER_MILLI = 1_000;

  private final RuleSettings settings;

  BudgetP95Rule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.agreements().budgets().isEmpty()) {
      return Verdict.nothingConfigured();
    }
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (Budget budget : facts.agreements().budgets()) {
      ViolationKey key = ViolationKey.ofService(KIND.name(), budget.service());
      Optional<Figures> figures = figures(budget, facts.workload());
      boolean over = facts.past().exceeds(p95Millis(figures), budget.p95Millis(), key);
      Optional<String> unknown = unknown(figures, over, facts.workload());
      if (unknown.isPresent()) {
        found.unknown(budget.service(), unknown.get());
      } else {
        found.inspected();
        if (over) {
          found.violated(violation(budget, key, figures.orElseThrow()));
        }
      }
    }
    return found.verdict();
  }

  private Optional<String> unknown(Optional<Figures> figures, boolean over, WorkloadFacts facts) {
    Visibility visibility = facts.quality().visibility();
    if (figures.isEmpty()) {
      return Optional.of("no statement of this service in the span; does its match fit?");
    }
    if (visibility.hidesFastExecutions()) {
      return Optional.of("long_query_time hides fast statements: percentiles are unknown");
    }
    if (figures.get().percentiles().isEmpty()) {
      return Optional.of("no execution times: percentiles are unknown");
    }
    long minCalls = settings.whole(MIN_CALLS);
    if (figures.get().loggedCalls() < minCalls) {
      return Optional.of(
          figures.get().loggedCalls() + " calls in the span; " + minCalls + " are needed");
    }
    return over && visibility.suggestsThreshold()
        ? Optional.of(
            "above the budget, but fast statements are probably missing: say longQueryTimeSeconds")
        : Optional.empty();
  }

  private Violation violation(Budget budget, ViolationKey key, Figures figures) {
    double p95 = p95Millis(Optional.of(figures));
    return Violation.seen(
        settings.severity(),
        key,
        budget.service(),
        List.of(budget.service()),
        "p95 of "
            + Evidence.plain(p95)
            + " ms is above the budget of "
            + Evidence.plain(budget.p95Millis())
            + " ms",
        "'analyze --server …' ranks what took the time.",
        List.of(
            Evidence.of("p95Millis", p95),
            Evidence.of("budgetP95Millis", budget.p95Millis()),
            Evidence.of("calls", figures.loggedCalls()),
            Evidence.of("queryTimeSeconds", figures.timeMicros() / 1e6)));
  }

  private static double p95Millis(Optional<Figures> figures) {
    return figures
        .flatMap(Figures::percentiles)
        .map(percentiles -> percentiles.p95Micros() / MICROS_PER_MILLI)
        .orElse(0.0);
  }

  private static Optional<Figures> figures(Budget budget, WorkloadFacts facts) {
    return facts.services().stream()
        .filter(load -> load.service().known() && load.service().name().equals(budget.service()))
        .map(ServiceLoad::figures)
        .findFirst();
  }
}
