package dev.watershed.analyzer.index.cost;

import dev.watershed.analyzer.index.shape.BlockShape;
import dev.watershed.analyzer.index.shape.Ordering;
import dev.watershed.analyzer.index.shape.SourceShape;
import dev.watershed.analyzer.index.shape.Term;
import dev.watershed.analyzer.index.statistics.IndexFigures;
import dev.watershed.analyzer.index.statistics.TableFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the server reads the first source of a join by another index than the cheapest, because
 * that one gives the order that is asked for (MySQL's {@code test_if_skip_sort_order} and {@code
 * test_if_cheaper_ordering}).
 */
final class OrderChoice {

  private final BlockShape block;
  private final CostModel model;
  private final IndexView indexes;

  OrderChoice(BlockShape block, CostModel model, IndexView indexes) {
    this.block = block;
    this.model = model;
    this.indexes = indexes;
  }

  /** Whether rows come in the order that is asked for. */
  boolean provides(SourceShape source, Access access) {
    Optional<Ordering> ordering = block.ordering();
    if (ordering.isEmpty() || ordering.get().source() != source.number()) {
      return false;
    }
    if (access.kind() == Access.Kind.CONST) {
      return true;
    }
    TableFigures table = source.table().orElseThrow();
    if (access.kind() == Access.Kind.ALL) {
      return table.indexes().stream()
          .filter(IndexFigures::clustered)
          .anyMatch(index -> ordered(source, table, index));
    }
    return access.indexes().size() == 1
        && !(access.joined() && access.kind() != Access.Kind.REF)
        && ordered(source, table, access.indexes().get(0));
  }

  private boolean ordered(SourceShape source, TableFigures table, IndexFigures index) {
    Set<String> fixed =
        source.terms().stream()
            .filter(Term::constantPoint)
            .map(Term::key)
            .collect(Collectors.toSet());
    return new IndexMatch(table, index).ordered(block.ordering().orElseThrow().keys(), fixed);
  }

  /**
   * The access that the server takes for its order instead of the cheapest one; empty if it sorts.
   *
   * @param possible what could be taken instead
   * @param joined rows that leave the join
   */
  Optional<Access> instead(
      SourceShape source, Access cheapest, List<Access> possible, double joined) {
    List<Access> ordered = new ArrayList<>(possible);
    ordered.addAll(fullScans(source));
    ordered.removeIf(access -> access.kind() == Access.Kind.ALL || !provides(source, access));
    Access best = null;
    for (Access access : ordered) {
      if (taken(access, cheapest, joined) && (best == null || better(access, best, joined))) {
        best = access;
      }
    }
    return Optional.ofNullable(best);
  }

  /** A scan that is wanted for its order is one of the index that holds the rows. */
  Access named(SourceShape source, Access access) {
    return access.kind() != Access.Kind.ALL
        ? access
        : fullScans(source).stream()
            .filter(scan -> scan.indexes().get(0).clustered())
            .findFirst()
            .orElse(access);
  }

  private List<Access> fullScans(SourceShape source) {
    TableFigures table = source.table().orElseThrow();
    List<IndexFigures> view = indexes.of(table);
    SourceAccesses accesses = new SourceAccesses(source, view, model, term -> 1);
    return view.stream()
        .map(index -> accesses.indexScan(index, new IndexMatch(table, index)))
        .toList();
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
    boolean scan = cheapest.kind() == Access.Kind.ALL || cheapest.kind() == Access.Kind.INDEX;
    boolean grouping = block.ordering().orElseThrow().grouping();
    return scan && access.kind() == Access.Kind.INDEX && (access.covering() || grouping);
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
  double share(double joined) {
    return Math.min(1, block.limit().orElse(Double.MAX_VALUE) / Math.max(1, joined));
  }
}
