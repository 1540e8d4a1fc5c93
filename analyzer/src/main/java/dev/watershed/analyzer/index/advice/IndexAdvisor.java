package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.rewrite.Rewrites;
import dev.watershed.analyzer.index.selection.Extend;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.List;
import java.util.Set;

/** Advises on missing indexes, and on statements that no index serves. */
public final class IndexAdvisor {

  private final AdvisorOptions options;

  public IndexAdvisor(AdvisorOptions options) {
    this.options = options;
  }

  /** Advises for one server. */
  public Advice advise(AdvisedServer server) {
    return advise(
        server,
        Workbench.of(server),
        new HintedIndexes(server.statements(), List.of()),
        PlannedDrops.NONE);
  }

  /**
   * The same.
   *
   * @param workbench of that server
   * @param hinted indexes that have to stay, because texts name them
   * @param drops advised besides: all of it together can be carried out
   */
  public Advice advise(
      AdvisedServer server, Workbench workbench, HintedIndexes hinted, PlannedDrops drops) {
    Set<Integer> chosen = new Extend().choose(workbench, options, server.observedSeconds());
    EffectMaker effects = new Sieve(server, workbench).of(chosen);
    CandidateAdvice advice = new CandidateAdvice(server, workbench, effects, hinted, drops);
    return new Advice(
        Replacers.of(effects.chosen(), advice::of), Rewrites.of(server, workbench.statements()));
  }
}
