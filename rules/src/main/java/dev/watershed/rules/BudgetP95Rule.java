package dev.watershed.rules;

import dev.watershed.analyzer.ranking.Figures;
import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.ranking.Visibility;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The 95th percentile of a service's statements against its budget. Does not fire on services
 * without a budget, nor on what cannot be known: a log with a threshold has no percentiles, and few
 * calls have none worth the name. A log that seems to hide fast statements shows a percentile that
 * is too high: within the budget it passes, above it nothing is claimed.
 *
 * @param budgets one per service
 * @param severity of a violation
 * @param minCalls fewer calls are not judged
 */
public record BudgetP95Rule(List<Budget> budgets, Severity severity, long minCalls)
    implements Rule {

  /** The name in configurations. */
  public static final String NAME = "budget-p95";

  /** Of which the slowest twentieth is more than one call. */
  public static final long USUAL_MIN_CALLS = 40;

  private static final double MICROS_PER_MILLI = 1_000;

  public BudgetP95Rule {
    budgets = List.copyOf(budgets);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Verdict judge(WorkloadFacts facts) {
    if (budgets.isEmpty()) {
      return Verdict.nothingConfigured();
    }
    List<Violation> violations = new ArrayList<>();
    List<Inconclusive> inconclusive = new ArrayList<>();
    for (Budget budget : budgets) {
      Optional<String> unknown = unknown(budget, facts);
      if (unknown.isPresent()) {
        inconclusive.add(new Inconclusive(NAME, budget.service(), unknown.get()));
      } else if (p95Millis(budget, facts) > budget.p95Millis()) {
        violations.add(violation(budget, facts));
      }
    }
    return new Verdict(violations, inconclusive, budgets.size() - inconclusive.size(), 0);
  }

  private Optional<String> unknown(Budget budget, WorkloadFacts facts) {
    Optional<Figures> figures = figures(budget, facts);
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
    if (figures.get().loggedCalls() < minCalls) {
      return Optional.of(
          figures.get().loggedCalls() + " calls in the span; " + minCalls + " are needed");
    }
    boolean over = p95Millis(budget, facts) > budget.p95Millis();
    return over && visibility.suggestsThreshold()
        ? Optional.of(
            "above the budget, but fast statements are probably missing: say longQueryTimeSeconds")
        : Optional.empty();
  }

  private Violation violation(Budget budget, WorkloadFacts facts) {
    double p95 = p95Millis(budget, facts);
    Figures figures = figures(budget, facts).orElseThrow();
    return Violation.of(
        NAME,
        severity,
        budget.service(),
        List.of(budget.service()),
        "p95 of "
            + Evidence.plain(p95)
            + " ms is above the budget of "
            + Evidence.plain(budget.p95Millis())
            + " ms",
        List.of(
            Evidence.of("p95Millis", p95),
            Evidence.of("budgetP95Millis", budget.p95Millis()),
            Evidence.of("calls", figures.loggedCalls()),
            Evidence.of("queryTimeSeconds", figures.timeMicros() / 1e6)));
  }

  private static double p95Millis(Budget budget, WorkloadFacts facts) {
    return figures(budget, facts)
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
