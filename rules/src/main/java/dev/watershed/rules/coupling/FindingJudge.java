package dev.watershed.rules.coupling;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.coupling.FindingKind;
import dev.watershed.analyzer.coupling.OwnerBasis;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;

/**
 * Turns findings about coupling into violations: what rules about owners have in common. Only
 * declared owners are a ground; what is estimated, or so rare that statements gone astray would
 * explain it, is none.
 */
final class FindingJudge {

  private FindingJudge() {}

  /**
   * Judges the findings of a kind.
   *
   * @param remedy the way out, one sentence
   * @return not applicable where the configuration declares no owner
   */
  static Verdict judge(
      RuleKind kind, RuleSettings settings, FleetFacts facts, FindingKind findings, Saying remedy) {
    if (!facts.coupling().ownership().anyDeclared()) {
      return Verdict.nothingConfigured();
    }
    Verdict.Collector found = new Verdict.Collector(kind.name());
    for (int table = 0; table < facts.coupling().input().tables().size(); table++) {
      found.inspected();
    }
    for (Finding finding : facts.coupling().of(findings)) {
      if (finding.mayGate()) {
        found.violated(violation(kind, settings, finding, remedy));
      } else if (finding.basis() != OwnerBasis.PROPOSED && !finding.occasional()) {
        found.unknown(
            String.join(", ", finding.subject()),
            Saying.of(
                "unjudged.estimated",
                "whose the load is, is estimated by samples: {0}",
                finding.said()));
      }
    }
    return found.verdict();
  }

  private static Violation violation(
      RuleKind kind, RuleSettings settings, Finding finding, Saying remedy) {
    return Violation.seen(
        settings.severity(),
        new ViolationKey(
            kind.name(),
            finding.services().size() == 1 ? finding.services().get(0) : "",
            finding.tables().size() == 1 ? finding.tables().get(0) : "",
            finding.id()),
        String.join(", ", finding.subject()),
        finding.services(),
        finding.said(),
        remedy,
        List.of(
            Evidence.of("callsPerSecond", finding.callsPerSecond()),
            Evidence.of("queryTimeSeconds", finding.timeSeconds()),
            Evidence.of("timeShare", finding.timeShare()),
            Evidence.of("statements", finding.evidence().size() + finding.furtherEvidence())));
  }
}
