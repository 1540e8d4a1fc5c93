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
 * Indexes that few statements use, a little, and that many writes have to keep. Does not fire where
 * not everything that may use them was seen.
 */
public final class LowValueIndexRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "low-value-index",
          "an index whose use does not pay for its writes",
          Severity.WARNING,
          List.of(),
          LowValueIndexRule::new);

  private final RuleSettings settings;

  LowValueIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return AdviceJudge.superfluous(
        KIND,
        settings,
        facts,
        Kind.DROP_LOW_VALUE,
        Saying.of(
            "low-value-index.remedy",
            "Make it invisible first and watch its statements; 'advise' writes the statements."),
        LowValueIndexRule::message);
  }

  private static Saying message(IndexAdvice advice) {
    return Saying.of(
        "low-value-index.message",
        "index {0} ({1}) costs more by its writes than its use spares",
        advice.index().name(),
        AdviceJudge.columns(advice));
  }
}
