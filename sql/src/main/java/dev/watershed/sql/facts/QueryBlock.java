package dev.watershed.sql.facts;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One SELECT, UPDATE or DELETE, without those inside it.
 *
 * @param number its index in {@link StatementFacts#blocks()}
 * @param parent the block around it; empty for the outermost ones
 * @param sources what it joins, in the order of the text
 * @param where WHERE
 * @param having HAVING
 * @param groupBy in the order of the text
 * @param orderBy in the order of the text; that of a UNION stands in its first block
 * @param distinct DISTINCT
 * @param aggregated whether it has aggregates, with GROUP BY or without
 * @param windowed whether it has window functions
 * @param selected the columns that its result needs, also inside expressions
 * @param wholeSources indexes of the sources of which it selects every column
 * @param subqueries the blocks whose result it uses in expressions
 * @param unionOf the block with which this one is united; that one stands before it
 * @param limit LIMIT
 * @param locking whether it locks the rows it reads: FOR UPDATE, FOR SHARE, UPDATE, DELETE
 */
public record QueryBlock(
    int number,
    OptionalInt parent,
    List<RowSource> sources,
    Condition where,
    Condition having,
    List<SortKey> groupBy,
    List<SortKey> orderBy,
    boolean distinct,
    boolean aggregated,
    boolean windowed,
    List<ColumnRef> selected,
    Set<Integer> wholeSources,
    List<Integer> subqueries,
    OptionalInt unionOf,
    Optional<RowLimit> limit,
    boolean locking) {

  public QueryBlock {
    if (number < 0) {
      throw new IllegalArgumentException("block " + number);
    }
    Objects.requireNonNull(parent, "parent");
    sources = List.copyOf(sources);
    Objects.requireNonNull(where, "where");
    Objects.requireNonNull(having, "having");
    groupBy = List.copyOf(groupBy);
    orderBy = List.copyOf(orderBy);
    selected = List.copyOf(selected);
    wholeSources = Set.copyOf(wholeSources);
    subqueries = List.copyOf(subqueries);
    Objects.requireNonNull(unionOf, "unionOf");
    Objects.requireNonNull(limit, "limit");
    for (int source : wholeSources) {
      Objects.checkIndex(source, sources.size());
    }
  }

  /** Every condition that holds for its rows: WHERE and those of its joins. */
  public Stream<Condition> conditions() {
    return Stream.concat(Stream.of(where), sources.stream().map(source -> source.join().on()));
  }

  /**
   * The table of which it takes every row; empty with a condition, a limit, a join or a grouping.
   */
  public Optional<TableRef> wholeTable() {
    boolean bounded =
        sources.size() != 1
            || conditions().anyMatch(condition -> !condition.conjuncts().isEmpty())
            || limit.isPresent()
            || aggregated
            || distinct;
    return !bounded && sources.get(0) instanceof RowSource.Table source
        ? Optional.of(source.table())
        : Optional.empty();
  }

  /** The columns of one source that the block uses anywhere, by name, in alphabetical order. */
  public Set<String> columnsOf(int source) {
    Stream<ColumnRef> all =
        Stream.of(
                conditions().flatMap(Condition::references),
                having.references(),
                groupBy.stream().flatMap(key -> key.columns().stream()),
                orderBy.stream().flatMap(key -> key.columns().stream()),
                selected.stream())
            .flatMap(columns -> columns);
    Set<String> names = new TreeSet<>();
    all.filter(column -> column.block() == number && column.source() == source)
        .forEach(column -> names.add(column.column()));
    return names;
  }
}
