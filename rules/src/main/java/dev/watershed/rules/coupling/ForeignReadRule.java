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
 * Reads of tables of another declared owner that services[].reads does not name. Does not fire on
 * tables that nobody owns.
 */
public final class ForeignReadRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "foreign-read",
          "a service that reads a table of another outside its contract",
          Severity.WARNING,
          List.of(),
          ForeignReadRule::new);

  private final RuleSettings settings;

  ForeignReadRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return FindingJudge.judge(
        KIND,
        settings,
        facts,
        FindingKind.FOREIGN_READ,
        Saying.of(
            "foreign-read.remedy",
            "Agree on it with the owner and name the table in services[].reads, or ask the owner's"
                + " service."));
  }
}
