package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Operand.Constant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.AnyType;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.statement.select.Select;

/** Reads comparisons of values and of rows. */
final class ComparisonReader {

  private final ExpressionReader expressions;

  ComparisonReader(ExpressionReader expressions) {
    this.expressions = expressions;
  }

  /** {@code a = b} and its like. */
  Condition compare(ComparisonOperator operator, boolean negated) {
    Expression left = operator.getLeftExpression();
    Expression right = operator.getRightExpression();
    Optional<Comparison> written = comparison(operator.getStringExpression());
    if (written.isEmpty()) {
      return ConditionReader.opaque(expressions.read(left), expressions.read(right));
    }
    Comparison comparison = negated ? negation(written.get()) : written.get();
    Optional<List<Expression>> row = ExpressionTree.row(left).or(() -> ExpressionTree.row(right));
    if (row.isPresent()) {
      return rows(left, comparison, right);
    }
    if (ExpressionTree.bare(right) instanceof AnyComparisonExpression any) {
      return quantified(left, comparison, any, negated);
    }
    return compare(expressions.read(left), comparison, expressions.read(right));
  }

  /** NOT makes ALL of ANY, and ANY of ALL. */
  private Condition quantified(
      Expression left, Comparison comparison, AnyComparisonExpression any, boolean negated) {
    boolean all = (any.getAnyType() == AnyType.ALL) != negated;
    if (comparison == Comparison.EQUAL && !all) {
      return inQuery(List.of(left), any.getSelect(), false);
    }
    if (comparison == Comparison.NOT_EQUAL && all) {
      return inQuery(List.of(left), any.getSelect(), true);
    }
    return ConditionReader.opaque(expressions.read(left), expressions.read(any.getSelect()));
  }

  private static Condition compare(Value left, Comparison comparison, Value right) {
    if (left.isOverColumns() && right.isConstant()) {
      return Sides.withConstant(left, comparison, Constants.of(right.expression()));
    }
    if (right.isOverColumns() && left.isConstant()) {
      return Sides.withConstant(right, turned(comparison), Constants.of(left.expression()));
    }
    if (left.isOverColumns() && right.isOverColumns()) {
      return right.isBareColumn() && !left.isBareColumn()
          ? Sides.ofTwo(right, turned(comparison), left)
          : Sides.ofTwo(left, comparison, right);
    }
    if (left.isOverColumns() && right.expression() instanceof Select) {
      return Sides.withBlock(left, comparison, right.blocks().get(0));
    }
    if (right.isOverColumns() && left.expression() instanceof Select) {
      return Sides.withBlock(right, turned(comparison), left.blocks().get(0));
    }
    return ConditionReader.opaque(left, right);
  }

  /** {@code (a, b) = (c, d)}: each pair; by size, rows are no pairs. */
  private Condition rows(Expression left, Comparison comparison, Expression right) {
    List<Expression> lefts = ExpressionTree.row(left).orElse(List.of(left));
    List<Expression> rights = ExpressionTree.row(right).orElse(List.of(right));
    boolean equal = comparison == Comparison.EQUAL || comparison == Comparison.NULL_SAFE_EQUAL;
    boolean query = rights.size() == 1 && rights.get(0) instanceof Select;
    if ((equal || comparison == Comparison.NOT_EQUAL) && query) {
      return equal
          ? inQuery(lefts, rights.get(0), false)
          : ConditionReader.opaque(expressions.read(left), expressions.read(right));
    }
    boolean constants = rights.stream().allMatch(value -> expressions.read(value).isConstant());
    if (!equal && comparison != Comparison.NOT_EQUAL
        || lefts.size() != rights.size() && !constants) {
      return ConditionReader.opaque(expressions.read(left), expressions.read(right));
    }
    List<Condition> pairs = new ArrayList<>();
    for (int i = 0; i < lefts.size(); i++) {
      Value other = expressions.read(rights.get(Math.min(i, rights.size() - 1)));
      pairs.add(compare(expressions.read(lefts.get(i)), comparison, other));
    }
    return equal || pairs.size() < 2 ? new AllOf(pairs) : new AnyOf(pairs);
  }

  /** {@code a IN (…)}, also of rows. */
  Condition in(InExpression in, boolean negated) {
    List<Expression> lefts =
        ExpressionTree.row(in.getLeftExpression()).orElse(List.of(in.getLeftExpression()));
    Expression right = ExpressionTree.bare(in.getRightExpression());
    if (right instanceof Select) {
      return inQuery(lefts, right, negated);
    }
    List<Expression> list =
        right instanceof ExpressionList<?> many ? List.copyOf(many) : List.of(right);
    boolean constants = list.stream().allMatch(element -> expressions.read(element).isConstant());
    if (lefts.size() > 1) {
      return rowsIn(lefts, list, constants && !negated);
    }
    Value left = expressions.read(lefts.get(0));
    if (left.isOverColumns() && constants) {
      Comparison comparison = negated ? Comparison.NOT_IN : Comparison.IN;
      return Sides.withConstant(left, comparison, Constants.ofList(list));
    }
    Comparison each = negated ? Comparison.NOT_EQUAL : Comparison.EQUAL;
    List<Condition> parts =
        list.stream().map(element -> compare(left, each, expressions.read(element))).toList();
    return negated || parts.size() < 2 ? new AllOf(parts) : new AnyOf(parts);
  }

  /** Rows in a list of rows: each column in what stands in its place. */
  private Condition rowsIn(List<Expression> lefts, List<Expression> list, boolean split) {
    List<Value> values = lefts.stream().map(expressions::read).toList();
    if (!split || !values.stream().allMatch(Value::isOverColumns)) {
      List<Value> all = new ArrayList<>(values);
      list.forEach(element -> all.add(expressions.read(element)));
      return ConditionReader.opaque(all.toArray(Value[]::new));
    }
    List<Condition> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(Sides.withConstant(values.get(i), Comparison.IN, place(list, i, lefts.size())));
    }
    return new AllOf(parts);
  }

  private static Constant place(List<Expression> rows, int index, int width) {
    List<Expression> values = new ArrayList<>();
    for (Expression row : rows) {
      if (!(row instanceof ParenthesedExpressionList<?> list) || list.size() != width) {
        return Constant.UNKNOWN;
      }
      values.add(list.get(index));
    }
    return Constants.ofList(values);
  }

  private Condition inQuery(List<Expression> lefts, Expression query, boolean negated) {
    Value rows = expressions.read(query);
    List<Value> values = lefts.stream().map(expressions::read).toList();
    boolean columns = values.stream().allMatch(Value::isOverColumns);
    if (!columns || rows.blocks().size() != 1 || negated && values.size() > 1) {
      List<Value> all = new ArrayList<>(values);
      all.add(rows);
      return ConditionReader.opaque(all.toArray(Value[]::new));
    }
    Comparison comparison = negated ? Comparison.NOT_IN : Comparison.IN;
    List<Condition> parts = new ArrayList<>();
    for (Value value : values) {
      parts.add(Sides.withBlock(value, comparison, rows.blocks().get(0)));
    }
    return parts.size() == 1 ? parts.get(0) : new AllOf(parts);
  }

  /** {@code a BETWEEN b AND c}: two comparisons unless both bounds are constants. */
  Condition between(Between between, boolean negated) {
    Value value = expressions.read(between.getLeftExpression());
    Value low = expressions.read(between.getBetweenExpressionStart());
    Value high = expressions.read(between.getBetweenExpressionEnd());
    if (value.isOverColumns() && low.isConstant() && high.isConstant()) {
      Comparison comparison = negated ? Comparison.NOT_BETWEEN : Comparison.BETWEEN;
      Constant bounds = Constants.ofList(List.of(low.expression(), high.expression()));
      Constant typed = new Constant(OptionalInt.empty(), bounds.type(), bounds.pattern());
      return Sides.withConstant(value, comparison, typed);
    }
    Condition below = compare(value, negated ? Comparison.LESS : Comparison.GREATER, low);
    Condition above = compare(value, negated ? Comparison.GREATER : Comparison.LESS, high);
    return negated ? new AnyOf(List.of(below, above)) : new AllOf(List.of(below, above));
  }

  private static Optional<Comparison> comparison(String operator) {
    return switch (operator) {
      case "=" -> Optional.of(Comparison.EQUAL);
      case "<=>" -> Optional.of(Comparison.NULL_SAFE_EQUAL);
      case "<>", "!=" -> Optional.of(Comparison.NOT_EQUAL);
      case ">", ">=" -> Optional.of(Comparison.GREATER);
      case "<", "<=" -> Optional.of(Comparison.LESS);
      default -> Optional.empty();
    };
  }

  private static Comparison negation(Comparison comparison) {
    return switch (comparison) {
      case NOT_EQUAL -> Comparison.EQUAL;
      case GREATER -> Comparison.LESS;
      case LESS -> Comparison.GREATER;
      default -> Comparison.NOT_EQUAL;
    };
  }

  private static Comparison turned(Comparison comparison) {
    return switch (comparison) {
      case GREATER -> Comparison.LESS;
      case LESS -> Comparison.GREATER;
      default -> comparison;
    };
  }
}
