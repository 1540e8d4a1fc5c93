package dev.watershed.sql.resolve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.AnyComparisonExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.Inverse;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.Select;

/** What expressions consist of. */
final class ExpressionTree {

  private ExpressionTree() {}

  /** The expression without parentheses around it. */
  static Expression bare(Expression expression) {
    Expression inner = expression;
    while (inner instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
      inner = list.get(0);
    }
    return inner;
  }

  /** The elements of {@code (a, b)}; empty if it is no row. */
  static Optional<List<Expression>> row(Expression expression) {
    Expression inner = bare(expression);
    return inner instanceof ParenthesedExpressionList<?> list && list.size() > 1
        ? Optional.of(List.copyOf(list))
        : Optional.empty();
  }

  /** Whether it has no parts: a value, a column, a star, a subquery. */
  static boolean isLeaf(Expression expression) {
    return expression instanceof Column
        || expression instanceof AllColumns
        || expression instanceof Select
        || Constants.isLiteral(expression);
  }

  /** The parts of an expression in their order; empty if it is of a class that is not known. */
  static Optional<List<Expression>> parts(Expression expression) {
    if (isLeaf(expression)) {
      return Optional.of(List.of());
    }
    List<Expression> parts = new ArrayList<>();
    if (expression instanceof BinaryExpression binary) {
      parts.add(binary.getLeftExpression());
      parts.add(binary.getRightExpression());
      if (binary instanceof LikeExpression like) {
        parts.add(like.getEscape());
      }
    } else if (expression instanceof ExpressionList<?> list) {
      parts.addAll(list);
    } else if (expression instanceof Function function) {
      addAll(parts, function.getParameters());
      addAll(parts, function.getNamedParameters());
      addOrder(parts, function.getOrderByElements());
    } else if (expression instanceof AnalyticExpression analytic) {
      window(parts, analytic);
    } else if (!condition(parts, expression) && !wrapper(parts, expression)) {
      return Optional.empty();
    }
    parts.removeIf(part -> part == null);
    return Optional.of(parts);
  }

  private static void window(List<Expression> parts, AnalyticExpression analytic) {
    parts.add(analytic.getExpression());
    parts.add(analytic.getOffset());
    parts.add(analytic.getDefaultValue());
    parts.add(analytic.getFilterExpression());
    addAll(parts, analytic.getPartitionExpressionList());
    addOrder(parts, analytic.getOrderByElements());
    addOrder(parts, analytic.getFuncOrderBy());
  }

  private static boolean condition(List<Expression> parts, Expression expression) {
    if (expression instanceof NotExpression not) {
      parts.add(not.getExpression());
    } else if (expression instanceof Between between) {
      parts.add(between.getLeftExpression());
      parts.add(between.getBetweenExpressionStart());
      parts.add(between.getBetweenExpressionEnd());
    } else if (expression instanceof InExpression in) {
      parts.add(in.getLeftExpression());
      parts.add(in.getRightExpression());
    } else if (expression instanceof IsNullExpression isNull) {
      parts.add(isNull.getLeftExpression());
    } else if (expression instanceof IsBooleanExpression isBoolean) {
      parts.add(isBoolean.getLeftExpression());
    } else if (expression instanceof ExistsExpression exists) {
      parts.add(exists.getRightExpression());
    } else if (expression instanceof AnyComparisonExpression any) {
      parts.add(any.getSelect());
    } else {
      return false;
    }
    return true;
  }

  private static boolean wrapper(List<Expression> parts, Expression expression) {
    if (expression instanceof SignedExpression signed) {
      parts.add(signed.getExpression());
    } else if (expression instanceof Inverse inverse) {
      parts.add(inverse.getExpression());
    } else if (expression instanceof CollateExpression collate) {
      parts.add(collate.getLeftExpression());
    } else if (expression instanceof CaseExpression cases) {
      parts.add(cases.getSwitchExpression());
      parts.addAll(cases.getWhenClauses());
      parts.add(cases.getElseExpression());
    } else if (expression instanceof WhenClause when) {
      parts.add(when.getWhenExpression());
      parts.add(when.getThenExpression());
    } else {
      return false;
    }
    return true;
  }

  private static void addAll(List<Expression> parts, ExpressionList<?> list) {
    if (list != null) {
      parts.addAll(list);
    }
  }

  private static void addOrder(List<Expression> parts, List<OrderByElement> order) {
    if (order != null) {
      order.forEach(element -> parts.add(element.getExpression()));
    }
  }

  /** The operands of a chain of one operator, {@code a AND b AND c}, from the first to the last. */
  static List<Expression> chain(Expression expression, Class<? extends BinaryExpression> operator) {
    List<Expression> operands = new ArrayList<>();
    List<Expression> open = new ArrayList<>(List.of(expression));
    while (!open.isEmpty()) {
      Expression next = bare(open.remove(open.size() - 1));
      if (operator.isInstance(next)) {
        BinaryExpression binary = operator.cast(next);
        open.add(binary.getRightExpression());
        open.add(binary.getLeftExpression());
      } else {
        operands.add(next);
      }
    }
    return operands;
  }

  /** All order elements of a nullable list of the parser's. */
  static Stream<OrderByElement> order(List<OrderByElement> elements) {
    return elements == null ? Stream.empty() : elements.stream();
  }
}
