package dev.watershed.analyzer.index.value;

import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.selection.Workbench;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What goes with an index.
 *
 * @param losses of the statements that use it or cost more without it, the greatest first
 */
record Removal(List<StatementLoss> losses) {

  /** The statements that use it may cost so much more, all together. */
  private static final double LEAST_PART_LOST = 0.1;

  /** The upkeep that is spared outweighs what is lost so many times. */
  private static final double CLEARLY = 10;

  Removal {
    losses = List.copyOf(losses);
  }

  /**
   * The indexes among which one goes.
   *
   * @param chosen candidates that are added
   * @param gone indexes that go anyway
   */
  record Surroundings(Set<Integer> chosen, Set<IndexFigures> gone) {

    Surroundings {
      chosen = Set.copyOf(chosen);
      gone = Set.copyOf(gone);
    }
  }

  /**
   * Plans every statement on its table.
   *
   * @param beside others of low value that go too: what is lost with all of them counts
   */
  static Removal of(
      Workbench workbench,
      TableFigures table,
      IndexFigures index,
      Surroundings surroundings,
      Set<IndexFigures> beside,
      double allSeconds) {
    Set<IndexFigures> without = new HashSet<>(surroundings.gone());
    without.addAll(beside);
    without.add(index);
    List<StatementLoss> losses = new ArrayList<>();
    for (int number : workbench.statementsOn(table)) {
      CostedStatement statement = workbench.statements().get(number);
      StatementLoss loss =
          new StatementLoss(
              statement,
              workbench.plan(number, surroundings.chosen(), surroundings.gone()),
              workbench.plan(number, surroundings.chosen(), without),
              allSeconds);
      if (loss.with().uses(table.name(), index.definition().name()) || loss.loss() > 0) {
        losses.add(loss);
      }
    }
    losses.sort(
        Comparator.comparingDouble((StatementLoss loss) -> -loss.loss())
            .thenComparing(Comparator.comparingDouble(StatementLoss::cost).reversed())
            .thenComparingLong(StatementLoss::digest));
    return new Removal(losses);
  }

  /** Whether a statement reads the index as long as it is there. */
  boolean used(TableFigures table, IndexFigures index) {
    return losses.stream()
        .anyMatch(loss -> loss.with().uses(table.name(), index.definition().name()));
  }

  /** What all statements cost more without it. */
  double loss() {
    return losses.stream().mapToDouble(StatementLoss::loss).sum();
  }

  /** Rows that the statements concerned examine. */
  double rowsExamined() {
    return losses.stream().mapToDouble(StatementLoss::rowsExamined).sum();
  }

  /**
   * Whether it costs hardly anything, and much less than is spared.
   *
   * @param spared cost of the upkeep
   */
  boolean pays(double spared) {
    double cost = losses.stream().mapToDouble(StatementLoss::cost).sum();
    return losses.stream().noneMatch(StatementLoss::forbids)
        && loss() <= cost * LEAST_PART_LOST
        && loss() * CLEARLY <= spared;
  }
}
