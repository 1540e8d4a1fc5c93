package dev.watershed.rules.regression;

import dev.watershed.analyzer.coupling.Finding;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.ComparedFleet;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.Rule;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.rule.RuleSettings;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.util.List;

/**
 * Couplings of declared owners that the earlier span did not have: a second writer, a read outside
 * a contract, a join or a transaction over several owners. Does not fire on what was there once
 * before, however rarely, nor without a span to compare with.
 */
public final class NewCrossingRule implements Rule {

  /** What configurations know of it. */
  public static final RuleKind KIND =
      new RuleKind(
          "new-crossing",
          "a coupling of owners that was not there before",
          Severity.WARNING,
          List.of(),
          NewCrossingRule::new);

  private final RuleSettings settings;

  NewCrossingRule(RuleSettings settings) {
    this.settings = settings;
  }

  @Override
  public Verdict judge(FleetFacts facts) {
    if (facts.compared().isEmpty() || !facts.coupling().ownership().anyDeclared()) {
      return Verdict.nothingConfigured();
    }
    ComparedFleet compared = facts.compared().get();
    Verdict.Collector found = new Verdict.Collector(KIND.name());
    for (Finding finding : facts.coupling().findings()) {
      if (ComparedFleet.CROSSINGS.contains(finding.kind()) && finding.mayGate()) {
        found.inspected();
        if (!compared.crossings().contains(finding.id())) {
          found.violated(violation(finding));
        }
      }
    }
    return found.verdict();
  }

  private Violation violation(Finding finding) {
    return Violation.seen(
        settings.severity(),
        new ViolationKey(
            KIND.name(),
            finding.services().size() == 1 ? finding.services().get(0) : "",
            finding.tables().size() == 1 ? finding.tables().get(0) : "",
            finding.id()),
        String.join(", ", finding.subject()),
        finding.services(),
        Saying.of(
            "new-crossing.message",
            "new {0}: {1}",
            Saying.of("known-kind." + finding.kind().key(), finding.kind().key()),
            finding.said()),
        Saying.of(
            "new-crossing.remedy",
            "Agree on it with the owner, or take it back while few depend on it."),
        List.of(
            Evidence.of("callsPerSecond", finding.callsPerSecond()),
            Evidence.of("statements", finding.evidence().size() + finding.furtherEvidence())));
  }
}
