package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.candidate.PartLists;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which existing index a new one may take the place of: one that it begins with, that is no
 * constraint, that no text names, and without which no known statement costs more. That it begins
 * with it is not enough: KEY (a) also gives the order of the primary key, which KEY (a, b) does
 * not.
 */
final class Replacement {

  /** Plans may cost more by this part: the longer index has more pages. */
  private static final double TOLERANCE = 1.02;

  private final Workbench workbench;
  private final EffectMaker effects;
  private final HintedIndexes hinted;
  private final Set<Integer> chosen;

  /**
   * Beside what is chosen.
   *
   * @param effects with it
   * @param hinted indexes that have to stay
   */
  Replacement(Workbench workbench, EffectMaker effects, HintedIndexes hinted) {
    this.workbench = workbench;
    this.effects = effects;
    this.hinted = hinted;
    this.chosen = effects.chosen();
  }

  Optional<IndexFigures> of(int candidate) {
    Candidate added = workbench.candidates().get(candidate);
    return added.table().indexes().stream()
        .filter(index -> !index.definition().unique() && !index.clustered())
        .filter(index -> !hinted.mayName(index.definition()))
        .filter(index -> PartLists.begins(added.parts(), index.definition().parts()))
        .filter(index -> superfluous(index, added))
        .findFirst();
  }

  private boolean superfluous(IndexFigures index, Candidate added) {
    for (int statement : workbench.statementsOn(added.table())) {
      double with = effects.plan(statement).cost();
      double without = workbench.plan(statement, chosen, Set.of(index)).cost();
      if (without > with * TOLERANCE) {
        return false;
      }
    }
    return true;
  }

  static List<String> names(Optional<IndexFigures> replaced) {
    return replaced.stream().map(index -> index.definition().name()).toList();
  }
}
