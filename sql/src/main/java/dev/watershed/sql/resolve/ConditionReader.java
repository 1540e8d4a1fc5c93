package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Opaque;
import dev.watershed.sql.facts.Operand.Constant;
import dev.watershed.sql.facts.Operand.LiteralType;
import dev.watershed.sql.facts.Operand.PatternStart;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.RegExpMatchOperator;
import net.sf.jsqlparser.schema.Column;

/** Reads conditions: AND, OR and NOT; the predicates are {@link ComparisonReader}'s. */
final class ConditionReader {

  private static final Set<String> JSON_MEMBERS =
      Set.of("JSON_CONTAINS", "JSON_OVERLAPS", "MEMBER OF");

  private static final Set<String> SPATIAL =
      Set.of(
          "CONTAINS",
          "COVEREDBY",
          "COVERS",
          "CROSSES",
          "DISJOINT",
          "EQUALS",
          "INTERSECTS",
          "OVERLAPS",
          "TOUCHES",
          "WITHIN");

  private final ExpressionReader expressions;
  private final ComparisonReader comparisons;

  ConditionReader(ExpressionReader expressions) {
    this.expressions = expressions;
    this.comparisons = new ComparisonReader(expressions);
  }

  /** A condition; {@link Condition#always} for none. */
  Condition read(Optional<Expression> expression) {
    return expression.map(known -> read(known, false)).orElse(Condition.always());
  }

  private Condition read(Expression expression, boolean negated) {
    Expression bare = ExpressionTree.bare(expression);
    boolean not = negated;
    while (bare instanceof NotExpression outer) {
      not = !not;
      bare = ExpressionTree.bare(outer.getExpression());
    }
    if (bare instanceof AndExpression) {
      return join(ExpressionTree.chain(bare, AndExpression.class), not, !not);
    }
    if (bare instanceof OrExpression) {
      return join(ExpressionTree.chain(bare, OrExpression.class), not, not);
    }
    return predicate(bare, not);
  }

  /** Conditions joined by AND, or else by OR. */
  private Condition join(List<Expression> parts, boolean negated, boolean all) {
    List<Condition> conditions = new ArrayList<>(parts.size());
    for (Expression part : parts) {
      Condition condition = read(part, negated);
      if (all && condition instanceof AllOf nested) {
        conditions.addAll(nested.conditions());
      } else if (!all && condition instanceof AnyOf nested) {
        conditions.addAll(nested.branches());
      } else {
        conditions.add(condition);
      }
    }
    return all ? new AllOf(conditions) : new AnyOf(conditions);
  }

  private Condition predicate(Expression bare, boolean negated) {
    if (bare instanceof ComparisonOperator operator) {
      return comparisons.compare(operator, negated);
    }
    if (bare instanceof InExpression in) {
      return comparisons.in(in, in.isNot() != negated);
    }
    if (bare instanceof Between between) {
      return comparisons.between(between, between.isNot() != negated);
    }
    if (bare instanceof LikeExpression like) {
      return like(like, like.isNot() != negated);
    }
    if (bare instanceof RegExpMatchOperator match) {
      return matching(match);
    }
    if (bare instanceof IsNullExpression isNull) {
      Value value = expressions.read(isNull.getLeftExpression());
      Comparison comparison =
          isNull.isNot() != negated ? Comparison.IS_NOT_NULL : Comparison.IS_NULL;
      return value.isOverColumns()
          ? Sides.withConstant(value, comparison, Constant.UNKNOWN)
          : opaque(value);
    }
    if (bare instanceof ExistsExpression exists) {
      Value value = expressions.read(exists.getRightExpression());
      return new Opaque(value.references(), value.blocks(), !negated && !exists.isNot());
    }
    return truth(bare, negated);
  }

  private Condition like(LikeExpression like, boolean negated) {
    if (like.getLikeKeyWord() != LikeExpression.KeyWord.LIKE) {
      return matching(like);
    }
    Comparison comparison = negated ? Comparison.NOT_LIKE : Comparison.LIKE;
    Value left = expressions.read(like.getLeftExpression());
    Value right = expressions.read(like.getRightExpression());
    if (left.isOverColumns() && right.isConstant()) {
      return Sides.withConstant(left, comparison, Constants.pattern(right.expression()));
    }
    return left.isOverColumns() && right.isOverColumns()
        ? Sides.ofTwo(left, comparison, right)
        : opaque(left, right);
  }

  /** REGEXP, and MEMBER OF in its clothes. */
  private Condition matching(BinaryExpression match) {
    Value left = expressions.read(match.getLeftExpression());
    Value right = expressions.read(match.getRightExpression());
    boolean member =
        right.expression() instanceof Function function
            && Names.function(function).equals("MEMBER OF");
    if (member) {
      return member(left, (Function) right.expression(), right);
    }
    if (left.isOverColumns() && right.isConstant()) {
      return Sides.withConstant(left, Comparison.REGEXP, Constants.of(right.expression()));
    }
    return opaque(left, right);
  }

  private Condition member(Value element, Function array, Value whole) {
    Value searched =
        ExpressionTree.parts(array)
            .filter(parts -> parts.size() == 1)
            .map(parts -> expressions.read(parts.get(0)))
            .orElse(whole);
    return searched.isOverColumns() && element.isConstant()
        ? Sides.withConstant(searched, Comparison.JSON_MEMBER, Constant.UNKNOWN)
        : opaque(element, whole);
  }

  /** A value taken as a condition. */
  private Condition truth(Expression bare, boolean negated) {
    Value value = expressions.read(bare);
    if (value.expression() instanceof Column && value.isOverColumns()) {
      Comparison comparison = negated ? Comparison.EQUAL : Comparison.NOT_EQUAL;
      Constant zero = new Constant(OptionalInt.empty(), LiteralType.NUMBER, PatternStart.UNKNOWN);
      return Sides.withConstant(value, comparison, zero);
    }
    if (value.expression() instanceof Function function && value.isOverColumns()) {
      return function(function, value, negated);
    }
    return opaque(value);
  }

  private Condition function(Function function, Value value, boolean negated) {
    String name = Names.function(function);
    if (name.equals("MATCH") && !negated) {
      Value first = firstArgument(function, value);
      boolean single = value.columns().size() == 1 && first.isOverColumns();
      return Sides.withConstant(single ? first : value, Comparison.MATCH, Constant.UNKNOWN);
    }
    boolean json = JSON_MEMBERS.contains(name);
    boolean spatial =
        name.startsWith("ST_") && SPATIAL.contains(name.substring(3))
            || name.startsWith("MBR") && SPATIAL.contains(name.substring(3));
    if (!negated && (json || spatial)) {
      Value first = firstArgument(function, value);
      boolean single = first.isOverColumns() && first.columns().size() == value.columns().size();
      if (single) {
        return Sides.withConstant(
            first, json ? Comparison.JSON_MEMBER : Comparison.SPATIAL, Constant.UNKNOWN);
      }
      boolean turned = spatial && first.isConstant();
      List<Expression> parts = ExpressionTree.parts(function).orElse(List.of());
      Value second = parts.size() > 1 ? expressions.read(parts.get(1)) : first;
      if (turned && second.isOverColumns()) {
        return Sides.withConstant(second, Comparison.SPATIAL, Constant.UNKNOWN);
      }
    }
    return opaque(value);
  }

  private Value firstArgument(Function function, Value whole) {
    List<Expression> parts = ExpressionTree.parts(function).orElse(List.of());
    return parts.isEmpty() ? whole : expressions.read(parts.get(0));
  }

  static Opaque opaque(Value... values) {
    List<ColumnRef> columns = new ArrayList<>();
    List<Integer> blocks = new ArrayList<>();
    for (Value value : values) {
      columns.addAll(value.references());
      blocks.addAll(value.blocks());
    }
    return new Opaque(columns, blocks, false);
  }
}
