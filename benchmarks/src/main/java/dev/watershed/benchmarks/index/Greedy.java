package dev.watershed.benchmarks.index;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.Collection;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/** Takes the candidate that spares most, again and again, until none spares anything or fits. */
final class Greedy {

  private record Step(int candidate, double gain, int round) {}

  private Greedy() {}

  static Set<Integer> choose(
      Workbench workbench, Collection<Integer> pool, AdvisorOptions options) {
    Set<Integer> chosen = new TreeSet<>();
    PriorityQueue<Step> steps =
        new PriorityQueue<>(
            Comparator.comparingDouble((Step step) -> -step.gain())
                .thenComparingInt(Step::candidate));
    pool.forEach(each -> steps.add(new Step(each, gain(workbench, each, chosen), 0)));
    while (!steps.isEmpty()) {
      Step best = steps.poll();
      if (best.round() < chosen.size()) {
        double gain = gain(workbench, best.candidate(), chosen);
        steps.add(new Step(best.candidate(), gain, chosen.size()));
      } else if (best.gain() > 0 && fits(workbench, best.candidate(), chosen, options)) {
        chosen.add(best.candidate());
      }
    }
    return chosen;
  }

  private static boolean fits(
      Workbench workbench, int candidate, Set<Integer> chosen, AdvisorOptions options) {
    long beside =
        chosen.stream()
            .filter(
                each ->
                    workbench.candidates().get(each).table()
                        == workbench.candidates().get(candidate).table())
            .count();
    return beside < options.indexesPerTable()
        && workbench.bytes(chosen) + workbench.bytes(candidate) <= options.budgetBytes();
  }

  static double gain(Workbench workbench, int candidate, Set<Integer> chosen) {
    Set<Integer> with = new TreeSet<>(chosen);
    with.add(candidate);
    double gain = -workbench.upkeep(candidate);
    for (int statement : workbench.served(candidate)) {
      gain += workbench.cost(statement, chosen) - workbench.cost(statement, with);
    }
    return gain;
  }
}
