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
 * LIKE with a pattern that begins with a wildcard, which reads a whole table or index. Does not
 * fire on patterns whose beginning is known, nor below the floor.
 */
public final class LeadingWildcardRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "leading-wildcard",
          "a statement that looks for a pattern without a beginning",
          Severity.WARNING,
          List.of(StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          LeadingWildcardRule::new);

  private final RuleSettings settings;

  LeadingWildcardRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return RewriteJudge.judge(
        KIND,
        settings,
        facts,
        Set.of(Reason.LEADING_WILDCARD),
        column ->
            Saying.of(
                "leading-wildcard.message",
                "a pattern without a beginning is looked for in {0}",
                column));
  }
}
