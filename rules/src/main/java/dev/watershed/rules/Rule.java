package dev.watershed.rules;

import dev.watershed.analyzer.ranking.WorkloadFacts;

/** A rule: facts to verdicts, without any effect. */
public interface Rule {

  /** Its name in configurations and results. */
  String name();

  /**
   * Judges.
   *
   * @param facts ranked by digest, all of them
   */
  Verdict judge(WorkloadFacts facts);
}
