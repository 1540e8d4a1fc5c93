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
 * Indexes with the same columns in the same order. Does not fire where one is unique and the other
 * gives the only uniqueness, nor on indexes that statements name in hints.
 */
public final class DuplicateIndexRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "duplicate-index",
          "an index that has the same columns as another",
          Severity.WARNING,
          List.of(),
          DuplicateIndexRule::new);

  private final RuleSettings settings;

  DuplicateIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return AdviceJudge.superfluous(
        KIND,
        settings,
        facts,
        Kind.DROP_DUPLICATE,
        Saying.of(
            "duplicate-index.remedy", "Drop it; 'advise' writes the statement and the way back."),
        DuplicateIndexRule::message);
  }

  private static Saying message(IndexAdvice advice) {
    return Saying.of(
        "duplicate-index.message",
        "index {0} ({1}) has the columns of {2}",
        advice.index().name(),
        AdviceJudge.columns(advice),
        advice.others());
  }
}
