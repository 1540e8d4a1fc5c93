package dev.watershed.rules.coupling;

import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import java.util.List;

/**
 * Tables that a service writes which another one owns. Does not fire on single writes that
 * statements gone astray would explain.
 */
public final class SecondWriterRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "second-writer",
          "a table that several services write",
          Severity.ERROR,
          List.of(),
          SecondWriterRule::new);

  private final RuleSettings settings;

  SecondWriterRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return FindingJudge.judge(
        KIND,
        settings,
        facts,
        FindingKind.CONTESTED_TABLE,
        Saying.of(
            "second-writer.remedy",
            "Let one service write it, and the others ask that one; 'plan' says what moving or"
                + " cutting it costs."));
  }
}
