package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.IndexAdvice;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.cost.PlanWords;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/** Says what a chosen candidate brings, and what proves it. */
final class AdviceMaker {

  private final AdvisedServer server;
  private final Workbench workbench;
  private final Set<Integer> chosen;
  private final Replacement replacement;
  private final List<StatementPlan> plans;
  private final double allSeconds;

  AdviceMaker(AdvisedServer server, Workbench workbench, Set<Integer> chosen) {
    this.server = server;
    this.workbench = workbench;
    this.chosen = new HashSet<>(chosen);
    replacement = new Replacement(workbench, this.chosen);
    plans =
        IntStream.range(0, workbench.statements().size())
            .parallel()
            .mapToObj(number -> workbench.plan(number, this.chosen))
            .toList();
    allSeconds = server.statements().stream().mapToDouble(each -> each.seconds()).sorted().sum();
  }

  /** Empty if the server would take it for no statement. */
  Optional<IndexAdvice> make(int place) {
    Candidate candidate = workbench.candidates().get(place);
    List<DigestEffect> effects = effects(place, candidate);
    if (effects.isEmpty()) {
      return Optional.empty();
    }
    Optional<IndexFigures> replaced = replacement.of(place);
    double entries = workbench.entriesWritten(candidate.table(), candidate.index());
    double spared = replaced.map(index -> workbench.upkeep(candidate.table(), index)).orElse(0.0);
    Caveats caveats = new Caveats(server, candidate, served(place), replaced);
    return Optional.of(
        new IndexAdvice(
            replaced.isPresent() ? IndexAdvice.Kind.EXTEND : IndexAdvice.Kind.ADD,
            candidate.table().schema(),
            candidate.table().definition().name(),
            candidate.index().definition(),
            Replacement.names(replaced),
            effects,
            OptionalLong.of(candidate.index().bytes()),
            entries / server.observedSeconds(),
            gain(place) - workbench.upkeep(place) + spared,
            caveats.confidence(),
            caveats.sentences()));
  }

  private List<CostedStatement> served(int place) {
    return workbench.served(place).stream().map(workbench.statements()::get).toList();
  }

  /** What it spares beside the other chosen ones. */
  private double gain(int place) {
    List<Integer> served = workbench.served(place);
    double[] with = served.stream().mapToDouble(each -> workbench.cost(each, chosen)).toArray();
    chosen.remove(place);
    double[] without = served.stream().mapToDouble(each -> workbench.cost(each, chosen)).toArray();
    chosen.add(place);
    return IntStream.range(0, with.length).mapToDouble(at -> without[at] - with[at]).sum();
  }

  private List<DigestEffect> effects(int place, Candidate candidate) {
    List<DigestEffect> effects = new ArrayList<>();
    for (int number : workbench.served(place)) {
      StatementPlan after = plans.get(number);
      CostedStatement statement = workbench.statements().get(number);
      boolean uses = after.uses(candidate.table().name(), candidate.index().definition().name());
      if (uses && statement.counted(after.cost()) < statement.counted(statement.today().cost())) {
        effects.add(effect(statement, after));
      }
    }
    effects.sort(
        Comparator.comparingDouble((DigestEffect effect) -> -effect.gain())
            .thenComparingLong(DigestEffect::digest));
    return effects;
  }

  private DigestEffect effect(CostedStatement statement, StatementPlan after) {
    StatementPlan today = statement.today();
    double seconds = statement.shape().statement().seconds();
    return new DigestEffect(
        statement.shape().statement().digest(),
        statement.shape().statement().calls(),
        allSeconds > 0 ? seconds / allSeconds : 0,
        PlanWords.of(today),
        PlanWords.of(after),
        today.rows(),
        after.rows(),
        statement.counted(today.cost()),
        statement.counted(after.cost()));
  }
}
