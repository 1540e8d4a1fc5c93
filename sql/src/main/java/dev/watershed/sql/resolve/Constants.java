package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.Operand.Constant;
import dev.watershed.sql.facts.Operand.LiteralType;
import dev.watershed.sql.facts.Operand.PatternStart;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.schema.Column;

/** Values that are known before a row is read. */
final class Constants {

  private static final Set<String> TIMES =
      Set.of(
          "CURDATE",
          "CURRENT_DATE",
          "CURRENT_TIMESTAMP",
          "LOCALTIME",
          "LOCALTIMESTAMP",
          "NOW",
          "SYSDATE",
          "TEMPORAL LITERAL",
          "UTC_DATE",
          "UTC_TIMESTAMP");

  private static final String MANY = "MANY LITERALS";
  private static final String BYTES = "BINARY LITERAL";

  private Constants() {}

  /** Whether it is a single value in the text. TRUE and FALSE may come as columns. */
  static boolean isLiteral(Expression expression) {
    return expression instanceof JdbcParameter
        || expression instanceof LongValue
        || expression instanceof DoubleValue
        || expression instanceof StringValue
        || expression instanceof NullValue
        || expression instanceof BooleanValue;
  }

  /** Whether it is TRUE or FALSE: names of columns stand in quotes. */
  static boolean isTruth(Expression expression) {
    return expression instanceof BooleanValue
        || expression instanceof Column column
            && (column.getFullyQualifiedName().equalsIgnoreCase("TRUE")
                || column.getFullyQualifiedName().equalsIgnoreCase("FALSE"));
  }

  static LiteralType type(Expression expression) {
    Expression bare = ExpressionTree.bare(expression);
    if (bare instanceof SignedExpression signed) {
      return type(signed.getExpression());
    }
    if (bare instanceof LongValue || bare instanceof DoubleValue || isTruth(bare)) {
      return LiteralType.NUMBER;
    }
    if (bare instanceof StringValue) {
      return LiteralType.TEXT;
    }
    if (bare instanceof Function function) {
      String name = Names.function(function);
      return TIMES.contains(name)
          ? LiteralType.TEMPORAL
          : name.equals(BYTES) ? LiteralType.BINARY : LiteralType.UNKNOWN;
    }
    return LiteralType.UNKNOWN;
  }

  /** A single value. */
  static Constant of(Expression expression) {
    return new Constant(OptionalInt.empty(), type(expression), PatternStart.UNKNOWN);
  }

  /** A pattern of LIKE. */
  static Constant pattern(Expression expression) {
    PatternStart start = PatternStart.UNKNOWN;
    if (ExpressionTree.bare(expression) instanceof StringValue string) {
      start = string.getValue().startsWith("%") ? PatternStart.WILDCARD : PatternStart.LITERAL;
    }
    return new Constant(OptionalInt.empty(), type(expression), start);
  }

  /** The values of a list; a number among texts decides, since it converts the column. */
  static Constant ofList(List<? extends Expression> values) {
    boolean many = values.stream().anyMatch(Constants::isMany);
    Set<LiteralType> types = values.stream().map(Constants::type).collect(Collectors.toSet());
    LiteralType type =
        types.size() == 1
            ? types.iterator().next()
            : types.contains(LiteralType.NUMBER) && types.contains(LiteralType.TEXT)
                ? LiteralType.NUMBER
                : LiteralType.UNKNOWN;
    return new Constant(
        many ? OptionalInt.empty() : OptionalInt.of(values.size()), type, PatternStart.UNKNOWN);
  }

  private static boolean isMany(Expression expression) {
    return expression instanceof Function function && Names.function(function).equals(MANY);
  }
}
