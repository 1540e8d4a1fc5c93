package dev.watershed.sql.resolve;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.Select;

/** Expressions in the statement's words: literals as {@code ?}, columns without qualifiers. */
final class ExpressionText {

  /** Deeper parts are left out. */
  private static final int MAX_DEPTH = 20;

  private static final String ELSEWHERE = "…";

  private ExpressionText() {}

  static String of(Expression expression) {
    return of(expression, 0);
  }

  private static String of(Expression expression, int depth) {
    if (depth > MAX_DEPTH) {
      return ELSEWHERE;
    }
    if (Constants.isTruth(expression)) {
      return expression.toString().toUpperCase(Locale.ROOT);
    }
    if (expression instanceof Column column) {
      return Names.column(column);
    }
    if (Constants.isLiteral(expression)) {
      return "?";
    }
    if (expression instanceof AllColumns) {
      return "*";
    }
    if (expression instanceof Select) {
      return "(SELECT " + ELSEWHERE + ")";
    }
    if (expression instanceof Function function) {
      return function(function, depth);
    }
    if (expression instanceof BinaryExpression binary) {
      return of(binary.getLeftExpression(), depth + 1)
          + " "
          + binary.getStringExpression()
          + " "
          + of(binary.getRightExpression(), depth + 1);
    }
    if (expression instanceof SignedExpression signed) {
      return signed.getSign() + of(signed.getExpression(), depth + 1);
    }
    if (expression instanceof CollateExpression collate) {
      return of(collate.getLeftExpression(), depth + 1) + " COLLATE " + collate.getCollate();
    }
    if (expression instanceof ExpressionList<?> list) {
      return "(" + all(list, depth) + ")";
    }
    String name = expression.getClass().getSimpleName().replace("Expression", "");
    List<Expression> parts = ExpressionTree.parts(expression).orElse(List.of());
    return name.toUpperCase(Locale.ROOT) + "(" + all(parts, depth) + ")";
  }

  private static String function(Function function, int depth) {
    String name = Names.function(function);
    List<Expression> arguments = ExpressionTree.parts(function).orElse(List.of());
    if (name.endsWith(" LITERAL") || name.endsWith(" LITERALS")) {
      return "?";
    }
    if (name.startsWith("->") && arguments.size() == 2) {
      return of(arguments.get(0), depth + 1) + " " + name + " ?";
    }
    String distinct = function.isDistinct() ? "DISTINCT " : "";
    return name + "(" + distinct + all(arguments, depth) + ")";
  }

  private static String all(List<? extends Expression> expressions, int depth) {
    return expressions.stream()
        .map(expression -> of(expression, depth + 1))
        .collect(Collectors.joining(", "));
  }
}
