package dev.watershed.rules.statement;

import dev.watershed.analyzer.index.RewriteAdvice.Reason;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;
import java.util.Set;

/**
 * Conditions on a function of a column, where an index on the column would serve if it stood alone.
 * Does not fire where an index over the expression is there.
 */
public final class FunctionOverColumnRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "function-over-column",
          "a statement that hides a column in a function, so that no index finds it",
          Severity.WARNING,
          List.of(StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          FunctionOverColumnRule::new);

  private final RuleSettings settings;

  FunctionOverColumnRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return RewriteJudge.judge(
        KIND,
        settings,
        facts,
        Set.of(Reason.FUNCTION_OVER_COLUMN),
        column ->
            Saying.of(
                "function-over-column.message",
                "an expression hides from any index the column {0}",
                column));
  }
}
