package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.StatementShape;

/**
 * Plans statements. A block inside another is planned first; one that refers to the block around it
 * runs once for each row of that one, every other once.
 */
public final class StatementPlanner {

  private final CostModel model;

  public StatementPlanner(CostModel model) {
    this.model = model;
  }

  /**
   * Plans a statement with some indexes.
   *
   * @param shape that is a ground for advice
   */
  public StatementPlan plan(StatementShape shape, IndexView indexes) {
    return plans(shape).plan(indexes);
  }

  /**
   * The plans of a statement that is to be planned with several sets of indexes.
   *
   * @param shape that is a ground for advice
   */
  public StatementPlans plans(StatementShape shape) {
    return new StatementPlans(shape, model);
  }
}
