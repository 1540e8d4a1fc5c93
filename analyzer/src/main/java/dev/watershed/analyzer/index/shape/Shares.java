package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Comparison.Access;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Opaque;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** The shares of rows that conditions let through. */
final class Shares {

  /** Of EXISTS, of which nothing is known. */
  private static final double HALF = 0.5;

  private final int block;
  private final List<Optional<TableFigures>> tables;

  Shares(int block, List<Optional<TableFigures>> tables) {
    this.block = block;
    this.tables = tables;
  }

  /** Of any condition; OR lets through a + b − ab. */
  double of(Condition condition) {
    if (condition instanceof AllOf all) {
      return all.conditions().stream().mapToDouble(this::of).reduce(1, (a, b) -> a * b);
    }
    if (condition instanceof AnyOf any) {
      return any.branches().stream().mapToDouble(this::of).reduce(0, (a, b) -> a + b - a * b);
    }
    if (condition instanceof Predicate predicate) {
      return of(predicate);
    }
    return ((Opaque) condition).semiJoin() ? HALF : 1;
  }

  private double of(Predicate predicate) {
    ColumnRef column = predicate.side().column();
    boolean figures =
        predicate.side().wrapping().isEmpty()
            && column.block() == block
            && predicate.operand() instanceof Operand.Constant
            && tables.get(column.source()).isPresent();
    if (!figures || predicate.comparison().access() == Access.NONE) {
      return DefaultShare.of(predicate.comparison());
    }
    double distinct =
        tables
            .get(column.source())
            .get()
            .distinct(Set.of(ColumnKey.ofColumn(column.column())))
            .count();
    return switch (predicate.comparison().access()) {
      case POINT -> 1 / distinct;
      case POINTS -> Math.min(DefaultShare.IN_AT_MOST, count(predicate) / distinct);
      default -> DefaultShare.of(predicate.comparison());
    };
  }

  private static double count(Predicate predicate) {
    return predicate.operand() instanceof Operand.Constant constant && constant.count().isPresent()
        ? constant.count().getAsInt()
        : DefaultShare.IN_VALUES;
  }

  /** Of the terms of a source that are constant, all together. */
  double ofTerms(List<Term> terms, Optional<TableFigures> table) {
    if (table.isEmpty()) {
      return terms.stream()
          .filter(Term::constant)
          .mapToDouble(term -> DefaultShare.EQUALITY)
          .reduce(1, (a, b) -> a * b);
    }
    Set<String> points = new TreeSet<>();
    double share = 1;
    for (Term term : terms) {
      if (term.constantPoint()) {
        points.add(term.key());
      } else if (term.constant() && term.access() == Access.POINTS) {
        double distinct = table.get().distinct(Set.of(term.key())).count();
        share *=
            term.subquery().isPresent()
                ? HALF
                : Math.min(DefaultShare.IN_AT_MOST, term.points() / distinct);
      } else if (term.constant()) {
        share *= term.width();
      }
    }
    return points.isEmpty() ? share : share / table.get().distinct(points).count();
  }

  /** An OR of values of one column is a list of them. */
  Optional<Term> sameColumn(AnyOf any, int source) {
    Set<String> keys = new TreeSet<>();
    double points = 0;
    for (Condition branch : any.branches()) {
      boolean value =
          branch instanceof Predicate predicate
              && predicate.side().indexable()
              && predicate.operand() instanceof Operand.Constant
              && predicate.side().column().block() == block
              && predicate.side().column().source() == source
              && (predicate.comparison().access() == Access.POINT
                  || predicate.comparison().access() == Access.POINTS);
      if (!value) {
        return Optional.empty();
      }
      Predicate predicate = (Predicate) branch;
      keys.add(ColumnKey.ofColumn(predicate.side().column().column()));
      points += predicate.comparison().access() == Access.POINT ? 1 : count(predicate);
    }
    return keys.size() == 1 && tables.get(source).isPresent()
        ? Optional.of(
            new Term(
                keys.iterator().next(),
                Access.POINTS,
                points,
                1,
                Needs.NOTHING,
                OptionalInt.empty(),
                Optional.empty()))
        : Optional.empty();
  }
}
