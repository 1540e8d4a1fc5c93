package dev.watershed.rules.index;

import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.IndexAdvice.Kind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;

/**
 * Indexes that are the beginning of another. Does not fire on unique ones, whose uniqueness the
 * longer index does not give.
 */
public final class RedundantIndexRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "redundant-index",
          "an index whose columns are the beginning of another",
          Severity.WARNING,
          List.of(),
          RedundantIndexRule::new);

  private final RuleSettings settings;

  RedundantIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return AdviceJudge.superfluous(
        KIND,
        settings,
        facts,
        Kind.DROP_REDUNDANT,
        Saying.of(
            "redundant-index.remedy", "Drop it; 'advise' writes the statement and the way back."),
        RedundantIndexRule::message);
  }

  private static Saying message(IndexAdvice advice) {
    return Saying.of(
        "redundant-index.message",
        "index {0} ({1}) is the beginning of {2}",
        advice.index().name(),
        AdviceJudge.columns(advice),
        advice.others());
  }
}
