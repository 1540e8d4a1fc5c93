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
 * Services that use each other's tables, directly or round others: none can change its schema
 * alone. Does not fire where one side is so rare that statements gone astray would explain it.
 */
public final class ServiceCycleRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "service-cycle",
          "services that use each other's tables",
          Severity.WARNING,
          List.of(),
          ServiceCycleRule::new);

  private final RuleSettings settings;

  ServiceCycleRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    return FindingJudge.judge(
        KIND,
        settings,
        facts,
        FindingKind.SERVICE_CYCLE,
        Saying.of(
            "service-cycle.remedy",
            "Turn round the weakest side; the finding names the statements that make it."));
  }
}
