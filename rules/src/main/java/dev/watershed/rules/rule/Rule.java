package dev.watershed.rules.rule;

import dev.watershed.rules.fleet.FleetFacts;
import dev.watershed.rules.verdict.Verdict;

/** A rule in force: facts to verdicts, without any effect. */
@FunctionalInterface
public interface Rule {

  /** Judges the facts of a span. */
  Verdict judge(FleetFacts facts);
}
