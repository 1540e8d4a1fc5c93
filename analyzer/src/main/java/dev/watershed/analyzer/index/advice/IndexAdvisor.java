package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.rewrite.Rewrites;
import dev.watershed.analyzer.index.selection.Extend;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Advises on missing indexes, and on statements that no index serves. */
public final class IndexAdvisor {

  private static final Comparator<IndexAdvice> RANK =
      Comparator.comparing(
              (IndexAdvice advice) -> advice.confidence() == IndexAdvice.Confidence.LOW)
          .thenComparing(Comparator.comparingDouble(IndexAdvice::netGain).reversed())
          .thenComparing(IndexAdvice::qualifiedName)
          .thenComparing(advice -> advice.index().name());

  private final AdvisorOptions options;

  public IndexAdvisor(AdvisorOptions options) {
    this.options = options;
  }

  /** Advises for one server. */
  public Advice advise(AdvisedServer server) {
    return advise(server, Workbench.of(server));
  }

  /**
   * The same.
   *
   * @param workbench of that server
   */
  public Advice advise(AdvisedServer server, Workbench workbench) {
    Set<Integer> chosen = new Extend().choose(workbench, options, server.observedSeconds());
    EffectMaker effects = new Sieve(server, workbench).of(chosen);
    AdviceMaker maker = new AdviceMaker(server, workbench, effects);
    List<IndexAdvice> indexes = new ArrayList<>();
    effects.chosen().forEach(candidate -> maker.make(candidate).ifPresent(indexes::add));
    indexes.sort(RANK);
    return new Advice(indexes, Rewrites.of(server, workbench.statements()));
  }
}
