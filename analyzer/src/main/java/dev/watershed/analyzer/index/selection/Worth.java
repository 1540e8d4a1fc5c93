package dev.watershed.analyzer.index.selection;

import dev.watershed.analyzer.index.AdvisorOptions;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether indexes pay: they have to spare some cost for each second, and either a part of what the
 * statements that gain cost today, or a part of what all cost today. A large gain is never hidden
 * by being a small part of a large cost, and a small one is not made large by an index that has
 * already brought the rest.
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

  /** What a candidate spares beside the others of a set that has it, less its upkeep. */
  double gain(int candidate, Set<Integer> chosen) {
    return gain(workbench.served(candidate), without(candidate, chosen), chosen);
  }

  static Set<Integer> without(int candidate, Set<Integer> chosen) {
    Set<Integer> without = new TreeSet<>(chosen);
    without.remove(candidate);
    return without;
  }

  /**
   * What it spares to go from one set to another.
   *
   * @param statements whose costs may differ
   */
  double gain(Collection<Integer> statements, Set<Integer> before, Set<Integer> after) {
    double gain = 0;
    for (int statement : statements) {
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

  boolean pays(
      Collection<Integer> statements, Set<Integer> before, Set<Integer> after, double gain) {
    if (gain < leastGain) {
      return false;
    }
    double own = 0;
    for (int statement : statements) {
      boolean gains = workbench.cost(statement, after) < workbench.cost(statement, before);
      own += gains ? workbench.cost(statement, Set.of()) : 0;
    }
    return gain >= options.leastShareOfStatements() * own
        || gain >= options.leastShareOfServer() * costOfAll;
  }
}
