package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowLimit;
import dev.watershed.sql.facts.SortKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** In what order a block wants its rows, and after how many it ends. */
final class BlockOrder {

  /** Rows of a LIMIT whose text does not tell, and which nobody measured. */
  private static final double ASSUMED_LIMIT = 20;

  private final WeightedStatement statement;
  private final QueryBlock block;

  BlockOrder(WeightedStatement statement, QueryBlock block) {
    this.statement = statement;
    this.block = block;
  }

  /** Whether its ORDER BY and LIMIT are those of a whole UNION. */
  boolean unionHead() {
    return statement.facts().blocks().stream()
        .anyMatch(
            other -> other.unionOf().isPresent() && other.unionOf().getAsInt() == block.number());
  }

  Optional<Ordering> ordering() {
    if (block.windowed()) {
      return Optional.empty();
    }
    if (!block.groupBy().isEmpty()) {
      return ordering(block.groupBy(), true);
    }
    if (block.distinct() && !block.aggregated() && block.wholeSources().isEmpty()) {
      return distinctOrdering();
    }
    return unionHead() || block.aggregated() ? Optional.empty() : ordering(block.orderBy(), false);
  }

  private Optional<Ordering> distinctOrdering() {
    List<OrderKey> keys = new ArrayList<>();
    for (ColumnRef column : block.selected()) {
      OrderKey key = key(column, false);
      if (column.block() != block.number() || column.source() != block.selected().get(0).source()) {
        return Optional.empty();
      }
      if (!keys.contains(key)) {
        keys.add(key);
      }
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(new Ordering(keys, true));
  }

  private Optional<Ordering> ordering(List<SortKey> wanted, boolean grouping) {
    List<OrderKey> keys = new ArrayList<>();
    for (SortKey each : wanted) {
      if (each.column().isEmpty() || each.column().get().block() != block.number()) {
        return Optional.empty();
      }
      OrderKey key = key(each.column().get(), each.descending());
      if (!keys.isEmpty() && keys.get(0).source() != key.source()) {
        return Optional.empty();
      }
      if (keys.stream().noneMatch(known -> known.key().equals(key.key()))) {
        keys.add(key);
      }
    }
    return keys.isEmpty() ? Optional.empty() : Optional.of(new Ordering(keys, grouping));
  }

  private static OrderKey key(ColumnRef column, boolean descending) {
    return new OrderKey(column.source(), ColumnKey.ofColumn(column.column()), descending);
  }

  /**
   * Rows after which the block ends; empty if it reads all of them. An offset that is not known may
   * be deep: then an index that brings the order looks up every row that is left out, and is dearer
   * than a sort.
   */
  OptionalDouble limit() {
    if (block.limit().isEmpty() || unionHead()) {
      return OptionalDouble.empty();
    }
    RowLimit limit = block.limit().get();
    if (limit.skips() && limit.offset().isEmpty()) {
      return OptionalDouble.empty();
    }
    double rows = limit.rows().isPresent() ? limit.rows().getAsLong() : unknownRows();
    return OptionalDouble.of(Math.max(1, rows + limit.offset().orElse(0)));
  }

  private double unknownRows() {
    boolean outermost = block.parent().isEmpty();
    return outermost && statement.rowsSentPerCall().isPresent()
        ? Math.max(1, statement.rowsSentPerCall().getAsDouble())
        : ASSUMED_LIMIT;
  }

  /** Whether it may end before all rows are read, once they come in the order of an index. */
  boolean stopsEarly() {
    if (limit().isEmpty() || block.windowed() || !block.having().conjuncts().isEmpty()) {
      return false;
    }
    boolean grouped = !block.groupBy().isEmpty() || block.distinct();
    if (grouped) {
      return ordering().isPresent() && ordersAsGrouped();
    }
    return !block.aggregated() && (block.orderBy().isEmpty() || ordering().isPresent());
  }

  private boolean ordersAsGrouped() {
    List<OrderKey> groups = ordering().orElseThrow().keys();
    Optional<Ordering> order = ordering(block.orderBy(), false);
    if (block.orderBy().isEmpty()) {
      return true;
    }
    return order.isPresent()
        && order.get().keys().size() <= groups.size()
        && groups.subList(0, order.get().keys().size()).equals(order.get().keys());
  }
}
