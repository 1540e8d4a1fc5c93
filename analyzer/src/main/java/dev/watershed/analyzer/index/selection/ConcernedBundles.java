package dev.watershed.analyzer.index.selection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Whose benefit may differ once a candidate comes or goes: bundles that serve one of its
 * statements.
 */
final class ConcernedBundles {

  private final Workbench workbench;
  private final List<List<Integer>> byStatement = new ArrayList<>();

  ConcernedBundles(Workbench workbench) {
    this.workbench = workbench;
    workbench.statements().forEach(each -> byStatement.add(new ArrayList<>()));
    for (int bundle = 0; bundle < workbench.bundles().size(); bundle++) {
      for (int statement : workbench.bundles().get(bundle).served()) {
        byStatement.get(statement).add(bundle);
      }
    }
  }

  /** Adds the numbers of those that a candidate concerns. */
  void by(int candidate, BitSet concerned) {
    for (int statement : workbench.served(candidate)) {
      byStatement.get(statement).forEach(concerned::set);
    }
  }
}
