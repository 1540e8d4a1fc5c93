package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.StatementShape;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The plans of one statement. What does not depend on the indexes is reckoned once. Of one thread
 * at a time.
 */
public final class StatementPlans {

  private final StatementShape shape;
  private final CostModel model;
  private final BlockPlanner[] planners;
  private final int[][] inside;

  StatementPlans(StatementShape shape, CostModel model) {
    this.shape = shape;
    this.model = model;
    planners = new BlockPlanner[shape.blocks().size()];
    inside = new int[planners.length][];
    for (BlockShape block : shape.blocks()) {
      inside[block.number()] = inside(block);
    }
  }

  /** The other blocks whose rows a block uses, once each. */
  private int[] inside(BlockShape block) {
    if (planners.length == 1) {
      return new int[0];
    }
    Set<Integer> found = new LinkedHashSet<>();
    for (SourceShape source : block.sources()) {
      source.block().ifPresent(found::add);
    }
    found.addAll(block.subqueries());
    return found.stream()
        .mapToInt(Integer::intValue)
        .filter(number -> number != block.number() && number < planners.length)
        .toArray();
  }

  private BlockPlanner planner(int number) {
    if (planners[number] == null) {
      planners[number] =
          new BlockPlanner(shape.blocks().get(number), model, inner -> rows(number, inner));
    }
    return planners[number];
  }

  /** A block's number is greater than that of the block around it, but for shared ones. */
  private double rows(int outer, int inner) {
    return inner == outer || inner >= planners.length ? 1 : planner(inner).rows();
  }

  /** The plan with some indexes. */
  public StatementPlan plan(IndexView indexes) {
    List<BlockPlan> plans = new ArrayList<>(planners.length);
    for (int number = 0; number < planners.length; number++) {
      plans.add(planner(number).plan(indexes));
    }
    double[] times = times(plans);
    double cost = 0;
    double rows = 0;
    for (int number = 0; number < planners.length; number++) {
      cost += plans.get(number).work() * times[number];
      rows += plans.get(number).examined() * times[number];
    }
    return new StatementPlan(plans, cost, rows);
  }

  private double[] times(List<BlockPlan> plans) {
    double[] times = new double[planners.length];
    boolean[] inner = new boolean[planners.length];
    for (int[] blocks : inside) {
      for (int block : blocks) {
        inner[block] = true;
      }
    }
    for (int number = 0; number < planners.length; number++) {
      if (!inner[number]) {
        run(plans, times, number, 1, 0);
      }
    }
    return times;
  }

  private void run(List<BlockPlan> plans, double[] times, int number, double often, int depth) {
    times[number] += often;
    if (depth > planners.length) {
      return;
    }
    for (int inner : inside[number]) {
      boolean each = shape.blocks().get(inner).correlated();
      double repeated = each ? often * Math.max(1, plans.get(number).joined()) : often;
      run(plans, times, inner, repeated, depth + 1);
    }
  }
}
