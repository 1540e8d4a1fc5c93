package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.AdvisedServer;
import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Says what chosen candidates change for the statements that use them. */
final class EffectMaker {

  private final Workbench workbench;
  private final Set<Integer> chosen;
  private final List<StatementPlan> plans;
  private final double allSeconds;

  private EffectMaker(
      Workbench workbench, Set<Integer> chosen, List<StatementPlan> plans, double allSeconds) {
    this.workbench = workbench;
    this.chosen = chosen;
    this.plans = plans;
    this.allSeconds = allSeconds;
  }

  /** Plans every statement with what is chosen. */
  static EffectMaker of(AdvisedServer server, Workbench workbench, Set<Integer> chosen) {
    Set<Integer> own = new HashSet<>(chosen);
    return new EffectMaker(
        workbench,
        own,
        plans(workbench, number -> workbench.plan(number, own)),
        server.statements().stream().mapToDouble(each -> each.seconds()).sorted().sum());
  }

  private static List<StatementPlan> plans(
      Workbench workbench, IntFunction<StatementPlan> statement) {
    return IntStream.range(0, workbench.statements().size())
        .parallel()
        .mapToObj(statement)
        .toList();
  }

  /** The same with another choice; plans only what that can change. */
  EffectMaker with(Set<Integer> other) {
    Set<Integer> own = new HashSet<>(other);
    Set<Integer> concerned = new HashSet<>();
    own.stream()
        .filter(place -> !chosen.contains(place))
        .forEach(place -> concerned.addAll(workbench.served(place)));
    chosen.stream()
        .filter(place -> !own.contains(place))
        .forEach(place -> concerned.addAll(workbench.served(place)));
    return new EffectMaker(
        workbench,
        own,
        plans(
            workbench,
            number -> concerned.contains(number) ? workbench.plan(number, own) : plans.get(number)),
        allSeconds);
  }

  /** The places of the candidates. */
  Set<Integer> chosen() {
    return new TreeSet<>(chosen);
  }

  /** The plan of a statement with them. */
  StatementPlan plan(int statement) {
    return plans.get(statement);
  }

  /**
   * Those of one of them: of the statements that take it and cost less, the greatest gain first.
   */
  List<StatementEffect> of(int place) {
    Candidate candidate = workbench.candidates().get(place);
    List<StatementEffect> effects = new ArrayList<>();
    for (int number : workbench.served(place)) {
      StatementPlan after = plans.get(number);
      CostedStatement statement = workbench.statements().get(number);
      boolean uses = after.uses(candidate.table().name(), candidate.index().definition().name());
      if (uses && statement.counted(after.cost()) < statement.counted(statement.today().cost())) {
        double seconds = statement.shape().statement().seconds();
        effects.add(
            new StatementEffect(
                statement, candidate.index(), after, allSeconds > 0 ? seconds / allSeconds : 0));
      }
    }
    effects.sort(
        Comparator.comparingDouble((StatementEffect each) -> -each.gain())
            .thenComparingLong(StatementEffect::digest));
    return effects;
  }
}
