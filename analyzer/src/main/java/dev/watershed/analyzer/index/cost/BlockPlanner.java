package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.OrderKey;
import dev.watershed.analyzer.index.shape.Ordering;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Plans one block, with any indexes. What does not depend on them is reckoned once: how many rows
 * sources have together, and what the indexes that exist are good for.
 */
final class BlockPlanner {

  private final BlockShape block;
  private final CostModel model;
  private final ToDoubleFunction<Term> subqueryRows;
  private final Cardinality cardinality;
  private final List<List<Access>> fixed = new ArrayList<>();
  private final List<Optional<SourceAccesses>> existing = new ArrayList<>();
  private Optional<BlockPlan> today = Optional.empty();

  /**
   * Of a block.
   *
   * @param rowsOfBlock rows of the blocks inside it, by their numbers
   */
  BlockPlanner(BlockShape block, CostModel model, IntToDoubleFunction rowsOfBlock) {
    this.block = block;
    this.model = model;
    subqueryRows = term -> rowsOfBlock.applyAsDouble(term.subquery().orElseThrow());
    double[] rows = new double[block.sources().size()];
    for (SourceShape source : block.sources()) {
      rows[source.number()] = rows(source, rowsOfBlock);
      fixed.add(List.of(scanOfRows(rows[source.number()])));
      existing.add(
          source.table().isPresent()
              ? Optional.of(accesses(source, source.table().get().indexes(), Optional.empty()))
              : Optional.empty());
    }
    cardinality = new Cardinality(block, rows);
  }

  private static double rows(SourceShape source, IntToDoubleFunction rowsOfBlock) {
    if (source.table().isPresent()) {
      return source.table().get().rows();
    }
    return source.block().isPresent()
        ? Math.max(1, rowsOfBlock.applyAsDouble(source.block().getAsInt()))
        : 1;
  }

  private Access scanOfRows(double rows) {
    double cost = model.rows(rows);
    return new Access(Access.Kind.ALL, List.of(), 0, rows, cost, cost, false, false);
  }

  /** What some indexes are good for; what is known of those that exist is kept. */
  private SourceAccesses accesses(
      SourceShape source, List<IndexFigures> indexes, Optional<SourceAccesses> known) {
    List<IndexAccesses> found = new ArrayList<>(indexes.size());
    for (IndexFigures index : indexes) {
      Optional<IndexAccesses> own = known.isPresent() ? known.get().of(index) : Optional.empty();
      found.add(
          own.isPresent()
              ? own.get()
              : new IndexAccesses(source, index, order(source), model, subqueryRows));
    }
    return new SourceAccesses(source, found, model);
  }

  private List<OrderKey> order(SourceShape source) {
    Optional<Ordering> ordering = block.ordering();
    return ordering.isPresent() && ordering.get().source() == source.number()
        ? ordering.get().keys()
        : List.of();
  }

  /** Rows of all sources together, before they are grouped or cut off. */
  private double joined() {
    return cardinality.of((1L << block.sources().size()) - 1);
  }

  /** Rows that leave it. */
  double rows() {
    return block.sources().isEmpty()
        ? 1
        : Math.min(groups(joined()), block.limit().orElse(Double.MAX_VALUE));
  }

  /** Its plan with some indexes. */
  BlockPlan plan(IndexView indexes) {
    if (block.sources().isEmpty()) {
      return new BlockPlan(List.of(), BlockPlan.Order.NONE, 0, 0, 1, 1);
    }
    List<Optional<SourceAccesses>> accesses = new ArrayList<>(existing.size());
    boolean changed = false;
    for (SourceShape source : block.sources()) {
      Optional<SourceAccesses> known = existing.get(source.number());
      Optional<SourceAccesses> own = known;
      if (known.isPresent()) {
        TableFigures table = source.table().orElseThrow();
        List<IndexFigures> view = indexes.of(table);
        if (view != table.indexes()) {
          own = Optional.of(accesses(source, view, known));
          changed = true;
        }
      }
      accesses.add(own);
    }
    return changed ? reckoned(accesses) : today();
  }

  private BlockPlan today() {
    if (today.isEmpty()) {
      today = Optional.of(reckoned(existing));
    }
    return today.get();
  }

  private BlockPlan reckoned(List<Optional<SourceAccesses>> accesses) {
    JoinOrder order = new JoinOrder(block, accesses, fixed, model, cardinality);
    return finish(order, order.best(), accesses);
  }

  private BlockPlan finish(
      JoinOrder order, JoinOrder.Prefix cheapest, List<Optional<SourceAccesses>> accesses) {
    JoinOrder.Prefix plan = cheapest;
    double joined = joined();
    SourceShape first = plan.steps().get(0).source();
    boolean unbuffered = plan.steps().stream().noneMatch(PlanStep::buffered);
    boolean wanted = block.ordering().isPresent() && first.table().isPresent() && unbuffered;
    boolean ordered = false;
    if (wanted) {
      OrderChoice choice =
          new OrderChoice(block, first, accesses.get(first.number()).orElseThrow().indexes());
      Access found = plan.steps().get(0).access();
      Optional<Access> other = choice.access(found, order.accesses(first, 0), joined);
      ordered = other.isPresent();
      plan = other.isPresent() ? replaced(order, plan, other.get()) : plan;
    }
    boolean asked = block.sorts() || block.groups();
    double share = unbuffered && block.stopsEarly() && (ordered || !asked) ? share(joined) : 1;
    List<PlanStep> steps = share < 1 ? ended(plan.steps(), share) : plan.steps();
    double groups = groups(joined);
    double work = plan.work() * share + collecting(ordered, asked, joined, groups);
    return new BlockPlan(
        steps, order(ordered, asked, share), plan.choice() * share, work, rows(), joined);
  }

  /** The part of the rows that is read until the block has as many as it wants. */
  private double share(double joined) {
    return Math.min(1, block.limit().orElse(Double.MAX_VALUE) / Math.max(1, joined));
  }

  private static JoinOrder.Prefix replaced(JoinOrder order, JoinOrder.Prefix plan, Access first) {
    JoinOrder.Prefix changed =
        order.add(JoinOrder.Prefix.EMPTY, plan.steps().get(0).source(), first, 1);
    for (PlanStep step : plan.steps().subList(1, plan.steps().size())) {
      changed = order.add(changed, step.source(), step.access(), step.times());
    }
    return changed;
  }

  private static List<PlanStep> ended(List<PlanStep> steps, double share) {
    List<PlanStep> ended = new ArrayList<>(steps.size());
    for (PlanStep step : steps) {
      ended.add(ended(step, share));
    }
    return ended;
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
