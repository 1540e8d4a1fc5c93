package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Comparison.Access;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns comparisons into terms, where they can find a place in an index. */
final class TermMaker {

  private final int block;

  TermMaker(int block) {
    this.block = block;
  }

  /** Of a comparison on a table of this block; empty where no index serves it. */
  Optional<Term> term(Predicate predicate, TableFigures table) {
    ColumnSide side = predicate.side();
    Comparison comparison = predicate.comparison();
    Optional<String> key = key(side, table);
    Optional<Needs> needs = needs(predicate.operand(), side.column().source());
    if (key.isEmpty() || needs.isEmpty() || comparison.access() == Access.NONE) {
      return Optional.empty();
    }
    if (comparison == Comparison.LIKE && !literalStart(predicate.operand())) {
      return Optional.empty();
    }
    boolean subquery = predicate.operand() instanceof Operand.Subquery;
    if (subquery && comparison.access() == Access.RANGE) {
      return Optional.empty();
    }
    OptionalInt values =
        subquery && comparison == Comparison.IN
            ? OptionalInt.of(((Operand.Subquery) predicate.operand()).block())
            : OptionalInt.empty();
    return Optional.of(
        new Term(
            key.get(),
            comparison.access(),
            points(predicate),
            comparison.access() == Access.RANGE ? DefaultShare.of(comparison) : 1,
            needs.get(),
            values,
            side.wrapping().map(ColumnSide.Wrapping::text)));
  }

  private static double points(Predicate predicate) {
    if (predicate.comparison() != Comparison.IN) {
      return 1;
    }
    return predicate.operand() instanceof Operand.Constant constant && constant.count().isPresent()
        ? Math.max(1, constant.count().getAsInt())
        : DefaultShare.IN_VALUES;
  }

  private static boolean literalStart(Operand operand) {
    return operand instanceof Operand.Constant constant
        && constant.pattern() == Operand.PatternStart.LITERAL;
  }

  private static Optional<String> key(ColumnSide side, TableFigures table) {
    if (side.conversion().isPresent()) {
      return Optional.empty();
    }
    if (side.wrapping().isEmpty()) {
      return Optional.of(side.column().column()).filter(table::indexable).map(ColumnKey::ofColumn);
    }
    ColumnSide.Wrapping wrapping = side.wrapping().get();
    boolean oneSource =
        wrapping.columns().stream()
            .allMatch(
                column ->
                    column.block() == side.column().block()
                        && column.source() == side.column().source());
    return oneSource ? Optional.of(ColumnKey.ofExpression(wrapping.text())) : Optional.empty();
  }

  /** Empty if the value depends on the row that is compared. */
  private Optional<Needs> needs(Operand operand, int source) {
    long sources = 0;
    for (ColumnRef column : operand.columns()) {
      if (column.block() == block) {
        sources |= 1L << column.source();
      }
    }
    return (sources & (1L << source)) != 0
        ? Optional.empty()
        : Optional.of(new Needs(sources, false));
  }

  /** The other way round: {@code a > b} is {@code b < a}; empty if the operand is no column. */
  static Optional<Predicate> turned(Predicate predicate) {
    if (!(predicate.operand() instanceof Operand.Column column)) {
      return Optional.empty();
    }
    Comparison comparison =
        switch (predicate.comparison()) {
          case GREATER -> Comparison.LESS;
          case LESS -> Comparison.GREATER;
          default -> predicate.comparison();
        };
    return switch (comparison) {
      case EQUAL, NULL_SAFE_EQUAL, GREATER, LESS ->
          Optional.of(
              new Predicate(column.side(), comparison, new Operand.Column(predicate.side())));
      default -> Optional.empty();
    };
  }
}
