package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.ColumnSide.Conversion;
import dev.watershed.sql.facts.ColumnSide.Wrapping;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.KnownRelation.KnownColumn;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.Operand.Constant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CollateExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.Inverse;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseAnd;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseLeftShift;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseOr;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseRightShift;
import net.sf.jsqlparser.expression.operators.arithmetic.BitwiseXor;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.IntegerDivision;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;

/** Makes predicates of values. */
final class Sides {

  private static final Set<String> CASTS = Set.of("CAST", "CONVERT", "BINARY");

  private static final List<Class<? extends Expression>> ARITHMETIC =
      List.of(
          Addition.class,
          Subtraction.class,
          Multiplication.class,
          Division.class,
          IntegerDivision.class,
          Modulo.class,
          BitwiseAnd.class,
          BitwiseOr.class,
          BitwiseXor.class,
          BitwiseLeftShift.class,
          BitwiseRightShift.class,
          SignedExpression.class,
          Inverse.class);

  private Sides() {}

  /** The predicate of an expression over columns and a constant. */
  static Predicate withConstant(Value value, Comparison comparison, Constant constant) {
    Optional<Conversion> conversion =
        type(value).flatMap(type -> Conversions.ofConstant(type, comparison, constant.type()));
    return new Predicate(side(value, conversion), comparison, constant);
  }

  /** The predicate of an expression over columns and the rows of a block. */
  static Predicate withBlock(Value value, Comparison comparison, int block) {
    return new Predicate(side(value, Optional.empty()), comparison, new Operand.Subquery(block));
  }

  /** The predicate of two expressions over columns. */
  static Predicate ofTwo(Value value, Comparison comparison, Value other) {
    Optional<KnownColumn> type = type(value);
    Optional<KnownColumn> otherType = type(other);
    boolean known = type.isPresent() && otherType.isPresent();
    Optional<Conversion> conversion =
        known ? Conversions.ofColumn(type.get(), otherType.get()) : Optional.empty();
    Optional<Conversion> otherConversion =
        known ? Conversions.ofColumn(otherType.get(), type.get()) : Optional.empty();
    Operand operand =
        other.columns().size() == 1
            ? new Operand.Column(side(other, otherConversion))
            : new Operand.Expression(other.references());
    return new Predicate(side(value, conversion), comparison, operand);
  }

  /** An expression over columns as one side of a comparison. */
  static ColumnSide side(Value value, Optional<Conversion> conversion) {
    Optional<Wrapping> wrapping =
        value.isBareColumn()
            ? Optional.empty()
            : Optional.of(
                new Wrapping(
                    kind(value.expression()),
                    ExpressionText.of(value.expression()),
                    value.references()));
    return new ColumnSide(value.columns().get(0).ref(), wrapping, conversion);
  }

  private static Optional<KnownColumn> type(Value value) {
    return value.isBareColumn() ? value.columns().get(0).known() : Optional.empty();
  }

  private static Wrapping.Kind kind(Expression expression) {
    if (expression instanceof Function function) {
      String name = Names.function(function);
      boolean json = name.startsWith("JSON_") || name.startsWith("->");
      return CASTS.contains(name)
          ? Wrapping.Kind.CAST
          : json ? Wrapping.Kind.JSON : Wrapping.Kind.FUNCTION;
    }
    if (expression instanceof CollateExpression) {
      return Wrapping.Kind.COLLATE;
    }
    if (expression instanceof CaseExpression) {
      return Wrapping.Kind.OTHER;
    }
    boolean arithmetic = ARITHMETIC.stream().anyMatch(kind -> kind.isInstance(expression));
    return arithmetic ? Wrapping.Kind.ARITHMETIC : Wrapping.Kind.OTHER;
  }
}
