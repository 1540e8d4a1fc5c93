package dev.watershed.analyzer.index.advice;

import dev.watershed.analyzer.index.DigestEffect;
import dev.watershed.analyzer.index.cost.BlockPlan;
import dev.watershed.analyzer.index.cost.PlanStep;
import dev.watershed.analyzer.index.cost.PlanWords;
import dev.watershed.analyzer.index.cost.StatementPlan;
import dev.watershed.analyzer.index.selection.CostedStatement;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.Objects;

/**
 * What a chosen candidate changes for a statement.
 *
 * @param index the candidate's
 * @param after the statement's plan with what is chosen
 * @param loadShare its part of the server's statement time, 0 to 1
 */
record StatementEffect(
    CostedStatement statement, IndexFigures index, StatementPlan after, double loadShare) {

  StatementEffect {
    Objects.requireNonNull(statement, "statement");
    Objects.requireNonNull(index, "index");
    Objects.requireNonNull(after, "after");
  }

  long digest() {
    return statement.shape().statement().digest();
  }

  double calls() {
    return statement.shape().statement().calls();
  }

  double rowsBefore() {
    return statement.today().rows();
  }

  double rowsAfter() {
    return after.rows();
  }

  /** Cost that all calls together are spared. */
  double gain() {
    return calls()
        * (statement.counted(statement.today().cost()) - statement.counted(after.cost()));
  }

  /** The same in words. */
  DigestEffect told() {
    return new DigestEffect(
        digest(),
        calls(),
        loadShare,
        PlanWords.said(statement.today()),
        PlanWords.said(after),
        rowsBefore(),
        rowsAfter(),
        statement.counted(statement.today().cost()),
        statement.counted(after.cost()));
  }

  /** Whether rows are searched by the index that are scanned today, as no other index could. */
  boolean endsScan() {
    for (int block = 0; block < after.blocks().size(); block++) {
      for (PlanStep step : after.blocks().get(block).steps()) {
        if (step.access().indexes().contains(index)
            && !step.access().kind().scans()
            && !searchable(step)
            && today(block, step.source().number()).access().kind().scans()) {
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
}
