package dev.watershed.rules.regression;

import dev.watershed.analyzer.saying.Saying;
import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.rule.RuleKind;
import dev.watershed.rules.verdict.Verdict;
import java.util.Optional;

/** Says that rules about hot statements cannot judge where nobody knows which ones are hot. */
final class HiddenShares {

  private HiddenShares() {}

  /** Inconclusive behind a threshold, where no part of the time is known; else empty. */
  static Optional<Verdict> unknown(RuleKind kind, FleetFacts facts) {
    boolean hidden = facts.workload().quality().visibility().hidesFastExecutions();
    return hidden
        ? Optional.of(
            Verdict.unknown(
                kind.name(),
                "fleet",
                Saying.of(
                    "unjudged.shares", "a threshold hides fast statements: shares are unknown")))
        : Optional.empty();
  }
}
