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
 * Statements that use tables of several declared owners: neither can move, change or be split off
 * without the other. Does not fire on statements over several schemas of one owner.
 */
public final class CrossOwnerJoinRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "cross-owner-join",
          "a statement over tables of several owners",
          Severity.ERROR,
          List.of(),
          CrossOwnerJoinRule::new);

  private final RuleSettings settings;

  CrossOwnerJoinRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return FindingJudge.judge(
        KIND,
        settings,
        facts,
        FindingKind.CROSS_OWNER_JOIN,
        Saying.of(
            "cross-owner-join.remedy",
            "Ask the other owner for a view, an interface or a copy of the columns, or declare who"
                + " owns the table."));
  }
}
