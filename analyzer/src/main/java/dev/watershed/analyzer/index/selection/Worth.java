package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether an index pays: it has to spare some cost for each second, and either a part of the cost
 * of its own statements or a part of the cost of all. A large gain is never hidden by being a small
 * part of a large cost.
 */
final class Worth {

  private final Workbench workbench;
  private final AdvisorOptions options;
  private final double leastGain;
  private final double costOfAll;

  Worth(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    this.workbench = workbench;
    this.options = options;
    leastGain = Math.max(options.leastGainPerSecond() * observedSeconds, 1e-9);
    costOfAll = workbench.objective(Set.of());
  }

  /** What a candidate spares beside others, less its upkeep. */
  double gain(int candidate, Set<Integer> chosen) {
    Set<Integer> with = new TreeSet<>(chosen);
    with.add(candidate);
    Set<Integer> without = new TreeSet<>(chosen);
    without.remove(candidate);
    return gain(candidate, without, with);
  }

  /**
   * What it spares to go from one set to another that differ in this candidate, and perhaps in some
   * that serve no statement that this one does not serve.
   */
  double gain(int candidate, Set<Integer> before, Set<Integer> after) {
    double gain = 0;
    for (int statement : workbench.served(candidate)) {
      gain += workbench.cost(statement, before) - workbench.cost(statement, after);
    }
    return gain + upkeep(before, after) - upkeep(after, before);
  }

  /** Of those that are in one set and not in the other. */
  private double upkeep(Set<Integer> chosen, Set<Integer> without) {
    double sum = 0;
    for (int each : chosen) {
      sum += without.contains(each) ? 0 : workbench.upkeep(each);
    }
    return sum;
  }

  boolean pays(int candidate, Set<Integer> before, double gain) {
    if (gain < leastGain) {
      return false;
    }
    double own = 0;
    for (int statement : workbench.served(candidate)) {
      own += workbench.cost(statement, before);
    }
    return gain >= options.leastShareOfStatements() * own
        || gain >= options.leastShareOfServer() * costOfAll;
  }
}
