package dev.watershed.analyzer.index.shape;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.RowSource.JoinKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/**
 * Puts the sources of derived tables, views and common table expressions in the place of those, as
 * the server does where it can ({@code derived_merge}; MySQL 9.7 Reference Manual, "Optimizing
 * Derived Tables, View References, and Common Table Expressions with Merging or Materialization").
 * It merges none with which one block would have more tables than it joins. The merged block stays
 * in its place without sources, so that numbers keep their meaning.
 */
final class DerivedMerge {

  /** Answers whether a source of a block that is a table has a column. */
  @FunctionalInterface
  interface Columns {
    boolean has(RowSource.Table table, String column);
  }

  private final Columns columns;
  private List<QueryBlock> blocks;
  private boolean failed;

  private DerivedMerge(List<QueryBlock> blocks, Columns columns) {
    this.blocks = blocks;
    this.columns = columns;
  }

  /** Empty if the server would merge a block of which one cannot tell what its columns are. */
  static Optional<List<QueryBlock>> of(List<QueryBlock> blocks, Columns columns) {
    DerivedMerge merge = new DerivedMerge(blocks, columns);
    for (int number = blocks.size() - 1; number >= 0 && !merge.failed; number--) {
      merge.mergeInto(number);
    }
    return merge.failed ? Optional.empty() : Optional.of(merge.blocks);
  }

  private void mergeInto(int number) {
    for (int place = 0; place < blocks.get(number).sources().size() && !failed; place++) {
      if (blocks.get(number).sources().get(place) instanceof RowSource.Derived derived
          && derived.block() < blocks.size()
          && derived.block() != number
          && mergeable(blocks.get(derived.block()))
          && sources(number) - 1 + sources(derived.block()) <= StatementShapes.MAXIMUM_SOURCES) {
        merge(number, place, derived);
        place--;
      }
    }
  }

  private int sources(int block) {
    return blocks.get(block).sources().size();
  }

  private boolean mergeable(QueryBlock inner) {
    boolean united =
        inner.unionOf().isPresent()
            || blocks.stream()
                .anyMatch(each -> each.unionOf().equals(OptionalInt.of(inner.number())));
    return !united
        && !inner.sources().isEmpty()
        && inner.groupBy().isEmpty()
        && !inner.distinct()
        && !inner.aggregated()
        && !inner.windowed()
        && inner.limit().isEmpty()
        && inner.having().conjuncts().isEmpty();
  }

  private void merge(int number, int place, RowSource.Derived derived) {
    QueryBlock inner = blocks.get(derived.block());
    JoinKind kind = derived.join().kind();
    boolean outer = kind == JoinKind.LEFT || kind == JoinKind.RIGHT;
    if (uses(inner.number()) > 1 || (outer && inner.sources().size() > 1)) {
      failed = true;
      return;
    }
    FactColumns anew =
        new FactColumns(column -> mapped(column, number, place, inner).orElse(column));
    Condition innerWhere = anew.condition(inner.where());
    List<QueryBlock> rewritten = new ArrayList<>();
    for (QueryBlock block : blocks) {
      if (block.number() == number) {
        QueryBlock joined = joined(block, place, inner);
        rewritten.add(
            outer
                ? onlyOn(anew.block(joined), place, innerWhere)
                : restricted(anew.block(joined), innerWhere));
      } else if (block.number() == inner.number()) {
        rewritten.add(emptied(block));
      } else {
        rewritten.add(anew.block(block));
      }
    }
    blocks = rewritten;
  }

  private long uses(int inner) {
    return blocks.stream()
        .flatMap(block -> block.sources().stream())
        .filter(source -> source instanceof RowSource.Derived derived && derived.block() == inner)
        .count();
  }

  private Optional<ColumnRef> mapped(ColumnRef column, int outer, int place, QueryBlock inner) {
    if (column.block() == inner.number()) {
      return Optional.of(new ColumnRef(outer, place + column.source(), column.column()));
    }
    if (column.block() != outer || column.source() < place) {
      return Optional.of(column);
    }
    if (column.source() > place) {
      int shift = inner.sources().size() - 1;
      return Optional.of(new ColumnRef(outer, column.source() + shift, column.column()));
    }
    Optional<ColumnRef> origin = origin(column.column(), inner);
    failed |= origin.isEmpty();
    return origin.map(each -> new ColumnRef(outer, place + each.source(), each.column()));
  }

  /** The only column of the block's result that has this name, as far as names tell. */
  private Optional<ColumnRef> origin(String name, QueryBlock inner) {
    Set<Integer> sources = new TreeSet<>();
    inner.selected().stream()
        .filter(column -> column.block() == inner.number())
        .filter(column -> column.column().equalsIgnoreCase(name))
        .forEach(column -> sources.add(column.source()));
    for (int source : inner.wholeSources()) {
      if (inner.sources().get(source) instanceof RowSource.Table table
          && columns.has(table, name)) {
        sources.add(source);
      }
    }
    return sources.size() == 1
        ? Optional.of(new ColumnRef(inner.number(), sources.iterator().next(), name))
        : Optional.empty();
  }

  /** The outer block with the inner block's sources, whose columns are not yet those of it. */
  private static QueryBlock joined(QueryBlock block, int place, QueryBlock inner) {
    List<RowSource> sources = new ArrayList<>(block.sources().subList(0, place));
    for (int source = 0; source < inner.sources().size(); source++) {
      RowSource each = inner.sources().get(source);
      RowSource.Join join = source == 0 ? block.sources().get(place).join() : each.join();
      sources.add(FactColumns.with(each, join));
    }
    sources.addAll(block.sources().subList(place + 1, block.sources().size()));
    List<ColumnRef> selected = new ArrayList<>(block.selected());
    Set<Integer> whole = new TreeSet<>();
    for (int source : block.wholeSources()) {
      if (source == place) {
        inner.wholeSources().forEach(each -> whole.add(place + each));
        selected.addAll(inner.selected());
      } else {
        whole.add(source < place ? source : source + inner.sources().size() - 1);
      }
    }
    List<Integer> subqueries = new ArrayList<>(block.subqueries());
    subqueries.addAll(inner.subqueries());
    return copy(block, sources, block.where(), selected, whole, subqueries);
  }

  private static QueryBlock restricted(QueryBlock block, Condition more) {
    return copy(
        block,
        block.sources(),
        new Condition.AllOf(List.of(block.where(), more)),
        block.selected(),
        block.wholeSources(),
        block.subqueries());
  }

  /** What restricts an optional source says only which of its rows are joined. */
  private static QueryBlock onlyOn(QueryBlock block, int place, Condition more) {
    List<RowSource> sources = new ArrayList<>(block.sources());
    RowSource.Join join = sources.get(place).join();
    Condition on = new Condition.AllOf(List.of(join.on(), more));
    sources.set(place, FactColumns.with(sources.get(place), new RowSource.Join(join.kind(), on)));
    return copy(
        block, sources, block.where(), block.selected(), block.wholeSources(), block.subqueries());
  }

  private static QueryBlock emptied(QueryBlock block) {
    return new QueryBlock(
        block.number(),
        block.parent(),
        List.of(),
        Condition.always(),
        Condition.always(),
        List.of(),
        List.of(),
        false,
        false,
        false,
        List.of(),
        Set.of(),
        List.of(),
        OptionalInt.empty(),
        Optional.empty(),
        false);
  }

  private static QueryBlock copy(
      QueryBlock block,
      List<RowSource> sources,
      Condition where,
      List<ColumnRef> selected,
      Set<Integer> whole,
      List<Integer> subqueries) {
    return new QueryBlock(
        block.number(),
        block.parent(),
        sources,
        where,
        block.having(),
        block.groupBy(),
        block.orderBy(),
        block.distinct(),
        block.aggregated(),
        block.windowed(),
        selected,
        whole,
        subqueries,
        block.unionOf(),
        block.limit(),
        block.locking());
  }
}
