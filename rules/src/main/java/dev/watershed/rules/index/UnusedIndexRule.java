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
 * Indexes that no statement of any server of the data used. Does not fire where a server was not
 * watched, or too shortly: yearly jobs are not seen in a week.
 */
public final class UnusedIndexRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "unused-index",
          "an index that nobody used while it was watched",
          Severity.WARNING,
          List.of(),
          UnusedIndexRule::new);

  private final RuleSettings settings;

  UnusedIndexRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return AdviceJudge.superfluous(
        KIND,
        settings,
        facts,
        Kind.DROP_UNUSED,
        Saying.of(
            "unused-index.remedy",
            "Make it invisible first, wait for the rarest job, then drop it; 'advise' writes the"
                + " statements."),
        UnusedIndexRule::message);
  }

  private static Saying message(IndexAdvice advice) {
    return Saying.of(
        "unused-index.message",
        "index {0} ({1}) was used by nobody while it was watched",
        advice.index().name(),
        AdviceJudge.columns(advice));
  }
}
