package dev.watershed.rules.service;

import dev.watershed.analyzer.ranking.Effort;
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
 * The share of a service's statements that end with an error against its budget. Does not fire on
 * services without one. Inconclusive where it is within its budget as far as was seen, and some of
 * its statements are shown by a source that may not count errors.
 */
public final class BudgetErrorsRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "budget-errors",
          "a service of whose statements more fail than agreed",
          Severity.ERROR,
          List.of(),
          BudgetErrorsRule::new,
          true);

  private final RuleSettings settings;

  BudgetErrorsRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return new LoadBudget(
            Budget::errorShare,
            BudgetErrorsRule::errors,
            load -> facts.errorsUncounted().contains(load.service().name()),
            Saying.of(
                "unjudged.errors",
                "a source of its statements shows no failed statement of anyone, and may not count"
                    + " errors"),
            "errorShare",
            true,
            (value, bound) ->
                Saying.of(
                    "budget-errors.message",
                    "{0} of its statements end with an error; the budget is {1}",
                    value,
                    bound))
        .judge(
            KIND,
            settings,
            facts,
            Saying.of(
                "budget-errors.remedy",
                "'query --facts' ranks what fails by the column errors of the table digests."));
  }

  private static OptionalDouble errors(ServiceLoad load) {
    return load.figures().effort().map(Effort::errors).stream()
        .mapToDouble(errors -> (double) errors / load.figures().loggedCalls())
        .findFirst();
  }
}
