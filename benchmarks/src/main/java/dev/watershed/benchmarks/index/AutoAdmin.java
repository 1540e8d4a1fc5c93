package dev.watershed.benchmarks.index;

import dev.watershed.analyzer.index.AdvisorOptions;
import dev.watershed.analyzer.index.selection.Selection;
import dev.watershed.analyzer.index.selection.Workbench;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * First the best index of each statement by itself, then the best of those for all together
 * (Chaudhuri, Narasayya: "An Efficient Cost-Driven Index Selection Tool for Microsoft SQL Server",
 * VLDB 1997), without its search for pairs.
 */
final class AutoAdmin implements Selection {

  private record Best(int candidate, double cost) {}

  @Override
  public Set<Integer> choose(Workbench workbench, AdvisorOptions options, double observedSeconds) {
    Map<Integer, Best> best = new HashMap<>();
    for (int candidate = 0; candidate < workbench.candidates().size(); candidate++) {
      for (int statement : workbench.served(candidate)) {
        double cost = workbench.cost(statement, Set.of(candidate));
        Best known = best.get(statement);
        boolean helps = cost < workbench.cost(statement, Set.of());
        if (helps && (known == null || cost < known.cost())) {
          best.put(statement, new Best(candidate, cost));
        }
      }
    }
    Set<Integer> pool = new TreeSet<>();
    best.values().forEach(each -> pool.add(each.candidate()));
    return Greedy.choose(workbench, pool, options);
  }
}
