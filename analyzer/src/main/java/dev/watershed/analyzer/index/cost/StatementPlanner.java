package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.StatementShape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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
    return new Run(shape, indexes).plan();
  }

  private final class Run {
    private final StatementShape shape;
    private final IndexView indexes;
    private final BlockPlan[] plans;
    private final double[] times;

    Run(StatementShape shape, IndexView indexes) {
      this.shape = shape;
      this.indexes = indexes;
      plans = new BlockPlan[shape.blocks().size()];
      times = new double[plans.length];
    }

    StatementPlan plan() {
      boolean[] inside = new boolean[plans.length];
      for (BlockShape block : shape.blocks()) {
        inside(block).forEach(number -> inside[number] = true);
      }
      for (BlockShape block : shape.blocks()) {
        plan(block.number());
      }
      for (BlockShape block : shape.blocks()) {
        if (!inside[block.number()]) {
          run(block.number(), 1, 0);
        }
      }
      double cost = 0;
      double rows = 0;
      for (int number = 0; number < plans.length; number++) {
        cost += plans[number].work() * times[number];
        rows += plans[number].examined() * times[number];
      }
      return new StatementPlan(new ArrayList<>(List.of(plans)), cost, rows);
    }

    private IntStream inside(BlockShape block) {
      return Stream.concat(
              block.sources().stream()
                  .map(SourceShape::block)
                  .flatMap(each -> each.stream().boxed()),
              block.subqueries().stream())
          .mapToInt(Integer::intValue)
          .filter(number -> number != block.number() && number < plans.length);
    }

    private BlockPlan plan(int number) {
      if (plans[number] == null) {
        BlockShape block = shape.blocks().get(number);
        plans[number] =
            new BlockPlanner(block, model, indexes, inner -> rows(number, inner)).plan();
      }
      return plans[number];
    }

    /** A block's number is greater than that of the block around it, but for shared ones. */
    private double rows(int outer, int inner) {
      return inner == outer || inner >= plans.length ? 1 : plan(inner).rows();
    }

    private void run(int number, double often, int depth) {
      times[number] += often;
      if (depth > plans.length) {
        return;
      }
      BlockShape block = shape.blocks().get(number);
      inside(block)
          .distinct()
          .forEach(
              inner -> {
                boolean each = shape.blocks().get(inner).correlated();
                run(inner, each ? often * Math.max(1, plans[number].joined()) : often, depth + 1);
              });
    }
  }
}
