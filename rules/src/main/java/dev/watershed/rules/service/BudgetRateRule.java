package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.ServiceLoad;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.Budget;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A service's statements per second, on average over the span, against its budget. Does not fire on
 * services without one.
 */
public final class BudgetRateRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "budget-rate",
          "a service that sends more statements than agreed",
          Severity.WARNING,
          List.of(),
          BudgetRateRule::new,
          true);

  private final RuleSettings settings;

  BudgetRateRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return new LoadBudget(
            Budget::callsPerSecond,
            load -> rate(load, facts),
            load -> false,
            Saying.of("unjudged.calls", "a threshold hides fast statements: calls are unknown"),
            "callsPerSecond",
            false,
            (value, bound) ->
                Saying.of(
                    "budget-rate.message",
                    "{0} statements per second; the budget is {1}",
                    value,
                    bound))
        .judge(
            KIND,
            settings,
            facts,
            Saying.of(
                "budget-rate.remedy",
                "'analyze' ranks the statements of the service by calls with --order-by calls."));
  }

  private static OptionalDouble rate(ServiceLoad load, FleetFacts facts) {
    return load.figures().calls().isPresent()
        ? OptionalDouble.of(
            load.figures().calls().getAsLong() / facts.coupling().input().longestSeconds())
        : OptionalDouble.empty();
  }
}
