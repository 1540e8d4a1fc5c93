package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.Ordering;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the server reads the first source of a join by another index than the cheapest, because
 * that one gives the order that is asked for (MySQL's {@code test_if_skip_sort_order} and {@code
 * test_if_cheaper_ordering}).
 */
final class OrderChoice {

  private final BlockShape block;
  private final SourceShape source;
  private final List<IndexAccesses> indexes;

  /**
   * For a block.
   *
   * @param source that is read first; a table
   * @param indexes of it
   */
  OrderChoice(BlockShape block, SourceShape source, List<IndexAccesses> indexes) {
    this.block = block;
    this.source = source;
    this.indexes = indexes;
  }

  /**
   * The access by which the rows come in the order that is asked for; empty if the server sorts.
   *
   * @param cheapest that it takes otherwise
   * @param possible what could be taken instead
   * @param joined rows that leave the join
   */
  Optional<Access> access(Access cheapest, List<Access> possible, double joined) {
    if (provides(cheapest)) {
      return Optional.of(named(cheapest));
    }
    return block.ordering().orElseThrow().source() == source.number()
        ? instead(cheapest, possible, joined)
        : Optional.empty();
  }

  private boolean provides(Access access) {
    Optional<Ordering> ordering = block.ordering();
    if (ordering.isEmpty() || ordering.get().source() != source.number()) {
      return false;
    }
    if (access.kind() == Access.Kind.CONST) {
      return true;
    }
    if (access.kind() == Access.Kind.ALL) {
      return indexes.stream().anyMatch(each -> each.index().clustered() && each.ordered());
    }
    return access.indexes().size() == 1
        && !(access.joined() && access.kind() != Access.Kind.REF)
        && ordered(access.indexes().get(0));
  }

  private boolean ordered(IndexFigures index) {
    for (IndexAccesses each : indexes) {
      if (each.index().equals(index)) {
        return each.ordered();
      }
    }
    return false;
  }

  private Optional<Access> instead(Access cheapest, List<Access> possible, double joined) {
    List<Access> ordered = new ArrayList<>();
    for (Access access : possible) {
      if (access.kind() != Access.Kind.ALL && provides(access)) {
        ordered.add(access);
      }
    }
    for (IndexAccesses each : indexes) {
      if (each.ordered()) {
        ordered.add(each.scan());
      }
    }
    Access best = null;
    for (Access access : ordered) {
      if (taken(access, cheapest, joined) && (best == null || better(access, best, joined))) {
        best = access;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A scan that is wanted for its order is one of the index that holds the rows. */
  private Access named(Access access) {
    return access.kind() != Access.Kind.ALL
        ? access
        : indexes.stream()
            .filter(each -> each.index().clustered())
            .map(IndexAccesses::scan)
            .findFirst()
            .orElse(access);
  }

  private boolean taken(Access access, Access cheapest, double joined) {
    boolean sameSearch =
        access.kind() == cheapest.kind()
            && access.kind() != Access.Kind.INDEX
            && access.rows() <= cheapest.rows() * 1.01;
    if (sameSearch) {
      return true;
    }
    if (block.stopsEarly()) {
      return untilEnd(access, joined) < cheapest.choice();
    }
    boolean grouping = block.ordering().orElseThrow().grouping();
    return cheapest.kind().scans()
        && access.kind() == Access.Kind.INDEX
        && (access.covering() || grouping);
  }

  private boolean better(Access access, Access best, double joined) {
    return block.stopsEarly()
        ? untilEnd(access, joined) < untilEnd(best, joined)
        : access.choice() < best.choice();
  }

  /** The cost until the block has its rows. */
  private double untilEnd(Access access, double joined) {
    return access.choice() * share(joined);
  }

  /** The part of the rows that is read until the block has as many as it wants. */
  private double share(double joined) {
    return Math.min(1, block.limit().orElse(Double.MAX_VALUE) / Math.max(1, joined));
  }
}
