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
 * Tables that statements use and no service declares. Does not fire on tables without any use:
 * 'plan' proposes to retire these.
 */
public final class TableWithoutOwnerRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "table-without-owner",
          "a table in use without a declared owner",
          Severity.WARNING,
          List.of(),
          TableWithoutOwnerRule::new);

  private final RuleSettings settings;

  TableWithoutOwnerRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return FindingJudge.judge(
        KIND,
        settings,
        facts,
        FindingKind.TABLE_WITHOUT_OWNER,
        Saying.of(
            "table-without-owner.remedy",
            "'owners --propose' drafts who owns it; services[].owns declares it."));
  }
}
