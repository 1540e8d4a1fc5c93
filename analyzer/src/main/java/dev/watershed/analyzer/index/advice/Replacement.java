package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.candidate.Candidate;
import dev.watershed.analyzer.index.candidate.PartLists;
import dev.watershed.analyzer.index.redundancy.HintedIndexes;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which existing index a new one may take the place of: one that it begins with, that is no
 * constraint, that no text names, that neither goes nor takes over for one that goes, whose place
 * no other new one takes, and without which no known statement costs more. That it begins with it
 * is not enough: KEY (a) also gives the order of the primary key, which KEY (a, b) does not.
 */
final class Replacement {

  /** Plans may cost more by this part: the longer index has more pages. */
  private static final double TOLERANCE = 1.02;

  private final Workbench workbench;
  private final HintedIndexes hinted;
  private final PlannedDrops drops;
  private final Set<Integer> chosen;

  /**
   * Beside what is chosen.
   *
   * @param effects with it
   * @param hinted indexes that have to stay
   * @param drops advised besides
   */
  Replacement(Workbench workbench, EffectMaker effects, HintedIndexes hinted, PlannedDrops drops) {
    this.workbench = workbench;
    this.hinted = hinted;
    this.drops = drops;
    this.chosen = effects.chosen();
  }

  /**
   * Empty if there is none.
   *
   * @param taken names of the table's indexes whose place others take already
   */
  Optional<IndexFigures> of(int candidate, Set<String> taken) {
    Candidate added = workbench.candidates().get(candidate);
    return added.table().indexes().stream()
        .filter(index -> !index.definition().unique() && !index.clustered())
        .filter(index -> !taken.contains(index.definition().name()))
        .filter(index -> !hinted.mayName(index.definition()))
        .filter(index -> !drops.concern(added.table(), index))
        .filter(index -> PartLists.begins(added.parts(), index.definition().parts()))
        .filter(index -> superfluous(index, added))
        .findFirst();
  }

  private boolean superfluous(IndexFigures index, Candidate added) {
    Set<IndexFigures> gone = drops.of(added.table());
    Set<IndexFigures> goneToo = new HashSet<>(gone);
    goneToo.add(index);
    for (int statement : workbench.statementsOn(added.table())) {
      double with = workbench.plan(statement, chosen, gone).cost();
      double without = workbench.plan(statement, chosen, goneToo).cost();
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
