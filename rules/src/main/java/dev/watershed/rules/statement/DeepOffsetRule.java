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
 * OFFSET that skips many rows, so that every page costs more than the one before. Does not fire
 * where few rows are examined per row sent.
 */
public final class DeepOffsetRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "deep-offset",
          "a statement that reads and throws away the rows before its page",
          Severity.WARNING,
          List.of(StatementFloor.MIN_CALLS, StatementFloor.MIN_TIME_SHARE),
          DeepOffsetRule::new);

  private final RuleSettings settings;

  DeepOffsetRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return RewriteJudge.judge(
        KIND,
        settings,
        facts,
        Set.of(Reason.DEEP_OFFSET),
        column ->
            Saying.of(
                "deep-offset.message",
                "rows before the page are read and thrown away in {0}",
                column));
  }
}
