package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.cost.PlanWords;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Says what chosen candidates change for the statements that use them. */
final class EffectMaker {

  private final Workbench workbench;
  private final Set<Integer> chosen;
  private final double allSeconds;

  EffectMaker(AdvisedServer server, Workbench workbench, Set<Integer> chosen) {
    this.workbench = workbench;
    this.chosen = chosen;
    allSeconds = server.statements().stream().mapToDouble(each -> each.seconds()).sorted().sum();
  }

  /**
   * Those of one of them: of the statements that take it and cost less, the greatest gain first.
   */
  List<StatementEffect> of(int place) {
    Candidate candidate = workbench.candidates().get(place);
    List<StatementEffect> effects = new ArrayList<>();
    for (int number : workbench.served(place)) {
      StatementPlan after = workbench.plan(number, chosen);
      CostedStatement statement = workbench.statements().get(number);
      boolean uses = after.uses(candidate.table().name(), candidate.index().definition().name());
      if (uses && statement.counted(after.cost()) < statement.counted(statement.today().cost())) {
        effects.add(
            new StatementEffect(statement, candidate.index(), after, effect(statement, after)));
      }
    }
    effects.sort(
        Comparator.comparingDouble((StatementEffect each) -> -each.effect().gain())
            .thenComparingLong(each -> each.effect().digest()));
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
