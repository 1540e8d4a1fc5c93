package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.WeightedStatement;
import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says what one block asks. */
final class BlockShapeMaker {

  private final WeightedStatement statement;
  private final QueryBlock block;
  private final List<Optional<TableFigures>> tables;
  private final List<List<ColumnRef>> references;
  private final JoinKinds joins;
  private final EqualColumns equal;
  private final TermMaker terms;
  private final Shares shares;
  private final List<BlockShape.Filter> filters = new ArrayList<>();
  private final List<JoinClass> classes = new ArrayList<>();

  /**
   * Of a block.
   *
   * @param references every reference to a column, by the blocks of the statement
   */
  BlockShapeMaker(
      WeightedStatement statement,
      QueryBlock block,
      List<Optional<TableFigures>> tables,
      List<List<ColumnRef>> references) {
    this.statement = statement;
    this.block = block;
    this.tables = tables;
    this.references = references;
    boolean inOrderOfText =
        statement.facts().hints().stream()
            .anyMatch(hint -> hint.toUpperCase(Locale.ROOT).contains("STRAIGHT_JOIN"));
    joins = new JoinKinds(block, inOrderOfText);
    equal = new EqualColumns(block.number(), tables, joins.global());
    terms = new TermMaker(block.number());
    shares = new Shares(block.number(), tables);
  }

  BlockShape make() {
    classes.addAll(equal.joinClasses());
    List<SourceShape> sources = new ArrayList<>();
    for (int source = 0; source < tables.size(); source++) {
      sources.add(source(source));
    }
    for (Condition condition : joins.global()) {
      filter(condition);
    }
    BlockOrder order = new BlockOrder(statement, block);
    return new BlockShape(
        block.number(),
        sources,
        classes,
        filters,
        order.ordering(),
        !block.orderBy().isEmpty() && !order.unionHead(),
        !block.groupBy().isEmpty() || block.distinct(),
        block.aggregated() && block.groupBy().isEmpty(),
        order.limit(),
        order.stopsEarly(),
        block.subqueries(),
        correlated());
  }

  private boolean correlated() {
    for (ColumnRef column : references.get(block.number())) {
      if (column.block() != block.number()) {
        return true;
      }
    }
    return false;
  }

  private SourceShape source(int number) {
    RowSource source = block.sources().get(number);
    List<Condition> conditions =
        Stream.concat(
                joins.optional(number) ? Stream.empty() : joins.global().stream(),
                joins.local(number).stream())
            .toList();
    List<Term> found = new ArrayList<>();
    List<List<List<Term>>> branches = new ArrayList<>();
    double others = 1;
    for (Condition condition : conditions) {
      List<Term> of = termsOf(condition, number);
      found.addAll(of);
      boolean alone = joins.sources(condition) == 1L << number;
      if (condition instanceof AnyOf any && alone) {
        branches(any, number).ifPresent(branches::add);
      }
      if (alone && of.stream().noneMatch(Term::constant)) {
        others *= shares.of(condition);
      }
    }
    if (!joins.optional(number)) {
      found.addAll(equal.terms(number));
    }
    List<Term> merged = PointTerms.merged(found);
    OptionalInt derived =
        source instanceof RowSource.Derived rows
            ? OptionalInt.of(rows.block())
            : OptionalInt.empty();
    return new SourceShape(
        number,
        source.alias(),
        tables.get(number),
        derived,
        tables.get(number).isPresent() ? merged : List.of(),
        branches,
        others * shares.ofTerms(merged, tables.get(number)),
        needed(number),
        block.wholeSources().contains(number) || block.locking(),
        joins.dependsOn(number),
        joins.optional(number));
  }

  private List<Term> termsOf(Condition condition, int number) {
    if (condition instanceof AnyOf any) {
      return shares.sameColumn(any, number).map(List::of).orElse(List.of());
    }
    if (!(condition instanceof Predicate predicate)) {
      return List.of();
    }
    boolean global = !joins.optional(number);
    if (global && equal.joins(predicate)) {
      return List.of();
    }
    Optional<Term> term =
        on(predicate, number)
            ? term(predicate, number)
            : TermMaker.turned(predicate)
                .filter(turned -> on(turned, number))
                .flatMap(turned -> term(turned, number));
    term.filter(each -> !each.constant()).ifPresent(each -> join(each, predicate, number, global));
    return term.stream().toList();
  }

  private void join(Term term, Predicate predicate, int number, boolean global) {
    if (global || !term.point() || tables.get(number).isEmpty()) {
      return;
    }
    double distinct = tables.get(number).get().distinct(Set.of(term.key())).count();
    List<JoinClass.Member> members = new ArrayList<>();
    members.add(new JoinClass.Member(number, term.key(), distinct));
    int other = Long.numberOfTrailingZeros(term.needs().sources());
    members.add(new JoinClass.Member(other, predicate.side().column().column(), distinct));
    classes.add(new JoinClass(members));
  }

  private Optional<Term> term(Predicate predicate, int number) {
    return tables.get(number).flatMap(table -> terms.term(predicate, table));
  }

  private boolean on(Predicate predicate, int number) {
    return predicate.side().column().block() == block.number()
        && predicate.side().column().source() == number;
  }

  /** The terms of each branch of an OR, if every branch has some that are constant. */
  private Optional<List<List<Term>>> branches(AnyOf any, int number) {
    List<List<Term>> branches = new ArrayList<>();
    for (Condition branch : any.branches()) {
      List<Term> found = new ArrayList<>();
      for (Condition condition : branch.conjuncts()) {
        if (condition instanceof Predicate predicate && on(predicate, number)) {
          term(predicate, number).filter(Term::constant).ifPresent(found::add);
        }
      }
      if (found.isEmpty()) {
        return Optional.empty();
      }
      branches.add(PointTerms.merged(found));
    }
    return Optional.of(branches);
  }

  /** What a condition over several sources lets through, if nothing else counts it. */
  private void filter(Condition condition) {
    long sources = joins.sources(condition);
    boolean several = Long.bitCount(sources) > 1;
    boolean joined = condition instanceof Predicate predicate && equal.joins(predicate);
    if (several && !joined) {
      filters.add(new BlockShape.Filter(sources, shares.of(condition)));
    }
  }

  private Set<String> needed(int number) {
    Set<String> needed = new TreeSet<>();
    for (List<ColumnRef> ofBlock : references) {
      for (ColumnRef column : ofBlock) {
        if (column.block() == block.number() && column.source() == number) {
          needed.add(ColumnKey.ofColumn(column.column()));
        }
      }
    }
    return needed;
  }
}
