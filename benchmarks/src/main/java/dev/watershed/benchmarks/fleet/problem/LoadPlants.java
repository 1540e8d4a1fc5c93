package dev.watershed.benchmarks.fleet.problem;

import dev.watershed.benchmarks.fleet.service.Action;
import dev.watershed.benchmarks.fleet.service.Argument;
import dev.watershed.benchmarks.fleet.service.Step;
import dev.watershed.benchmarks.fleet.traffic.Phase;
import java.util.function.Predicate;

/** How one tells that the load will show a problem. */
final class LoadPlants {

  private static final int LONG_MILLISECONDS = 1_000;

  private LoadPlants() {}

  static boolean onlyForAWhile(PlantedCase planted, PlantFacts facts) {
    return all(planted, facts, action -> action.to() - action.from() < 0.2);
  }

  static boolean beginsAtDeployment(PlantedCase planted, PlantFacts facts) {
    return all(planted, facts, action -> action.from() == Phase.DEPLOYMENT);
  }

  static boolean changesAtDeployment(PlantedCase planted, PlantFacts facts) {
    return facts
        .templates(planted)
        .allMatch(each -> each.arguments().stream().anyMatch(Argument.Step.class::isInstance));
  }

  static boolean thinksForLong(PlantedCase planted, PlantFacts facts) {
    return all(
        planted, facts, action -> action.transactional() && think(action) >= LONG_MILLISECONDS);
  }

  static boolean twoServicesThinkInTransactions(PlantedCase planted, PlantFacts facts) {
    return facts.services(planted).size() == 2
        && all(planted, facts, action -> action.transactional() && think(action) > 0);
  }

  static boolean insertsTakenKeys(PlantedCase planted, PlantFacts facts) {
    return facts
        .templates(planted)
        .allMatch(
            each ->
                each.sql().startsWith("INSERT")
                    && each.arguments().stream().anyMatch(Argument.Email.class::isInstance));
  }

  static boolean nobodysAccount(PlantedCase planted, PlantFacts facts) {
    return facts.queries(planted).stream().noneMatch(query -> query.service().attributed());
  }

  private static boolean all(PlantedCase planted, PlantFacts facts, Predicate<Action> condition) {
    return facts.queries(planted).stream().map(LabelledQuery::action).allMatch(condition);
  }

  private static int think(Action action) {
    return action.steps().stream()
        .mapToInt(step -> step instanceof Step.Think think ? think.milliseconds() : 0)
        .sum();
  }
}
