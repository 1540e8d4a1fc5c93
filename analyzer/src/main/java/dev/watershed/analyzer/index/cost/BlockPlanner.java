package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.OrderKey;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;

/** Plans one block. */
final class BlockPlanner {

  private final BlockShape block;
  private final CostModel model;
  private final IndexView indexes;
  private final IntToDoubleFunction rowsOfBlock;

  /**
   * Of a block.
   *
   * @param rowsOfBlock rows of the blocks inside it, by their numbers
   */
  BlockPlanner(
      BlockShape block, CostModel model, IndexView indexes, IntToDoubleFunction rowsOfBlock) {
    this.block = block;
    this.model = model;
    this.indexes = indexes;
    this.rowsOfBlock = rowsOfBlock;
  }

  BlockPlan plan() {
    if (block.sources().isEmpty()) {
      return new BlockPlan(List.of(), BlockPlan.Order.NONE, 0, 0, 1, 1);
    }
    List<SourceAccesses> accesses = new ArrayList<>();
    List<List<Access>> fixed = new ArrayList<>();
    double[] rows = new double[block.sources().size()];
    for (SourceShape source : block.sources()) {
      accesses.add(accesses(source));
      rows[source.number()] = rows(source);
      fixed.add(List.of(scanOfRows(rows[source.number()])));
    }
    Cardinality cardinality = new Cardinality(block, rows);
    JoinOrder order = new JoinOrder(block, accesses, fixed, model, cardinality);
    JoinOrder.Prefix cheapest = order.best();
    return finish(order, cheapest, cardinality.of(cheapest.sources()));
  }

  private SourceAccesses accesses(SourceShape source) {
    return source.table().isEmpty()
        ? null
        : new SourceAccesses(source, indexes.of(source.table().get()), model, this::subqueryRows);
  }

  private double subqueryRows(Term term) {
    return rowsOfBlock.applyAsDouble(term.subquery().orElseThrow());
  }

  private double rows(SourceShape source) {
    return source
        .table()
        .map(table -> table.rows())
        .orElseGet(
            () ->
                source.block().isPresent()
                    ? Math.max(1, rowsOfBlock.applyAsDouble(source.block().getAsInt()))
                    : 1);
  }

  private Access scanOfRows(double rows) {
    double cost = model.rows(rows);
    return new Access(Access.Kind.ALL, List.of(), 0, rows, cost, cost, false, false);
  }

  private BlockPlan finish(JoinOrder order, JoinOrder.Prefix cheapest, double joined) {
    OrderChoice choice = new OrderChoice(block, model, indexes);
    JoinOrder.Prefix plan = cheapest;
    SourceShape first = plan.steps().get(0).source();
    boolean unbuffered = plan.steps().stream().noneMatch(PlanStep::buffered);
    boolean wanted = block.ordering().isPresent() && first.table().isPresent() && unbuffered;
    boolean ordered = wanted && choice.provides(first, plan.steps().get(0).access());
    if (ordered) {
      plan = replaced(order, plan, choice.named(first, plan.steps().get(0).access()));
    }
    if (wanted && !ordered && block.ordering().get().source() == first.number()) {
      Optional<Access> other =
          choice.instead(first, plan.steps().get(0).access(), order.accesses(first, 0), joined);
      if (other.isPresent()) {
        plan = replaced(order, plan, other.get());
        ordered = true;
      }
    }
    boolean asked = block.sorts() || block.groups();
    double share =
        unbuffered && block.stopsEarly() && (ordered || !asked) ? choice.share(joined) : 1;
    List<PlanStep> steps = plan.steps();
    if (share < 1) {
      steps = steps.stream().map(step -> ended(step, share)).toList();
    }
    double groups = groups(joined);
    double work = plan.work() * share + collecting(ordered, asked, joined, groups);
    double rows = Math.min(groups, block.limit().orElse(Double.MAX_VALUE));
    return new BlockPlan(
        steps, order(ordered, asked, share), plan.choice() * share, work, rows, joined);
  }

  private static JoinOrder.Prefix replaced(JoinOrder order, JoinOrder.Prefix plan, Access first) {
    JoinOrder.Prefix changed =
        order.add(JoinOrder.Prefix.EMPTY, plan.steps().get(0).source(), first, 1);
    for (PlanStep step : plan.steps().subList(1, plan.steps().size())) {
      changed = order.add(changed, step.source(), step.access(), step.times());
    }
    return changed;
  }

  private static PlanStep ended(PlanStep step, double share) {
    boolean first = step.times() == 1;
    return new PlanStep(
        step.source(),
        first ? step.access().part(share) : step.access(),
        first ? 1 : step.times() * share,
        step.buffered(),
        step.examined() * share);
  }

  private double collecting(boolean ordered, boolean asked, double joined, double groups) {
    if (!asked || ordered) {
      return 0;
    }
    if (block.groups()) {
      return model.temporary(joined) + (block.sorts() ? model.sort(groups, groups) : 0);
    }
    return model.sort(joined, block.limit().orElse(joined));
  }

  private BlockPlan.Order order(boolean ordered, boolean asked, double share) {
    if (share < 1) {
      return BlockPlan.Order.ENDS_EARLY;
    }
    if (!asked) {
      return BlockPlan.Order.NONE;
    }
    if (ordered) {
      return BlockPlan.Order.BY_INDEX;
    }
    return block.groups() ? BlockPlan.Order.COLLECTED : BlockPlan.Order.SORTED;
  }

  /** Rows once they are grouped. */
  private double groups(double joined) {
    if (block.aggregated()) {
      return 1;
    }
    if (!block.groups()) {
      return joined;
    }
    if (block.ordering().isEmpty()) {
      return Math.max(1, Math.sqrt(joined));
    }
    SourceShape source = block.sources().get(block.ordering().get().source());
    Set<String> keys =
        block.ordering().get().keys().stream().map(OrderKey::key).collect(Collectors.toSet());
    return Math.min(
        Math.max(1, joined),
        source.table().map(table -> table.distinct(keys).count()).orElse(Math.sqrt(joined)));
  }
}
