package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.cost.Access;
import dev.watershed.analyzer.index.cost.BlockPlan;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.Objects;

/**
 * What a chosen candidate changes for a statement.
 *
 * @param index the candidate's
 * @param after the statement's plan with what is chosen
 */
record StatementEffect(
    CostedStatement statement, IndexFigures index, StatementPlan after, DigestEffect effect) {

  StatementEffect {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(effect, "effect");
  }

  /** Whether rows are searched by the index that are scanned today, as no other index could. */
  boolean endsScan() {
    for (int block = 0; block < after.blocks().size(); block++) {
      for (PlanStep step : after.blocks().get(block).steps()) {
        if (step.access().indexes().contains(index)
            && !scans(step)
            && !searchable(step)
            && scans(today(block, step.source().number()))) {
          return true;
        }
      }
    }
    return false;
  }

  private PlanStep today(int block, int source) {
    BlockPlan plan = statement.today().blocks().get(block);
    return plan.steps().stream()
        .filter(step -> step.source().number() == source)
        .findFirst()
        .orElseThrow();
  }

  private boolean searchable(PlanStep step) {
    String first = index.keys().get(0);
    return step.source().table().orElseThrow().indexes().stream()
        .anyMatch(existing -> existing.keys().get(0).equals(first));
  }

  private static boolean scans(PlanStep step) {
    return step.access().kind() == Access.Kind.ALL || step.access().kind() == Access.Kind.INDEX;
  }
}
