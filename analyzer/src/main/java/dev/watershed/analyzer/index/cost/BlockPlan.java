package dev.watershed.analyzer.index.cost;

import java.util.List;
import java.util.Objects;

/**
 * How a block is read.
 *
 * @param steps in the order in which sources are read
 * @param order what becomes of the order that is asked for
 * @param choice the cost that the server reckons
 * @param work the cost of its work, without blocks inside it
 * @param rows that leave it
 * @param joined rows of all sources together, before they are grouped or cut off
 */
public record BlockPlan(
    List<PlanStep> steps, Order order, double choice, double work, double rows, double joined) {

  /** What becomes of the order that is asked for. */
  public enum Order {
    /** None is asked for. */
    NONE,
    /** An index gives it. */
    BY_INDEX,
    /** An index gives it, and the block ends early. */
    ENDS_EARLY,
    SORTED,
    /** Groups or distinct rows are collected in a temporary table. */
    COLLECTED
  }

  public BlockPlan {
    steps = List.copyOf(steps);
    Objects.requireNonNull(order, "order");
  }

  /** Rows that are read. */
  public double examined() {
    return steps.stream().mapToDouble(PlanStep::examined).sum();
  }
}
