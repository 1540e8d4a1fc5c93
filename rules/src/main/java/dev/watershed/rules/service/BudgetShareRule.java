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

/**
 * A service's share of the execution time of the fleet against its budget. Does not fire on
 * services without one.
 */
public final class BudgetShareRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "budget-share",
          "a service that takes more of the execution time than agreed",
          Severity.ERROR,
          List.of(),
          BudgetShareRule::new,
          true);

  private final RuleSettings settings;

  BudgetShareRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return new LoadBudget(
            Budget::timeShare,
            ServiceLoad::share,
            load -> false,
            Saying.of("unjudged.shares", "a threshold hides fast statements: shares are unknown"),
            "timeShare",
            true,
            (value, bound) ->
                Saying.of(
                    "budget-share.message",
                    "{0} of the execution time; the budget is {1}",
                    value,
                    bound))
        .judge(
            KIND,
            settings,
            facts,
            Saying.of(
                "budget-share.remedy",
                "'analyze' ranks the statements of the service; 'plan' says what taking it off"
                    + " costs."));
  }
}
