package dev.watershed.rules.rule;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.verdict.Verdict;
import java.util.Map;

/** Judges facts by one rule. */
public final class Judging {

  private Judging() {}

  /** With the usual parameters. */
  public static Verdict judge(RuleKind kind, FleetFacts facts) {
    return judge(kind, facts, Map.of());
  }

  /** With some parameters. */
  public static Verdict judge(RuleKind kind, FleetFacts facts, Map<Parameter, Double> given) {
    return kind.maker().apply(new RuleSettings(kind.usual(), given)).judge(facts);
  }
}
