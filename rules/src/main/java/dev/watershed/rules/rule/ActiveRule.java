package dev.watershed.rules.rule;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.verdict.Verdict;
import java.util.Objects;

/** A rule that is in force, with what a configuration says of it. */
public record ActiveRule(RuleKind kind, RuleSettings settings) {

  public ActiveRule {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(settings, "settings");
  }

  /** Judges the facts of a span. */
  public Verdict judge(FleetFacts facts) {
    Verdict verdict = kind.maker().apply(settings).judge(facts);
    return settings.failsInconclusive() ? verdict.failingInconclusive() : verdict;
  }
}
