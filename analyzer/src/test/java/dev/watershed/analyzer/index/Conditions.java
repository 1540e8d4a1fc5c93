package dev.watershed.analyzer.index;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.Operand.Constant;
import dev.watershed.sql.facts.Operand.LiteralType;
import dev.watershed.sql.facts.Operand.PatternStart;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Writes conditions shortly; a column is {@code source.column}, or of the first source. */
public final class Conditions {

  private Conditions() {}

  public static ColumnRef column(String name) {
    return column(0, name);
  }

  public static ColumnRef column(int block, String name) {
    String[] words = name.split("\\.", -1);
    return words.length == 1
        ? new ColumnRef(block, 0, name)
        : new ColumnRef(block, Integer.parseInt(words[0]), words[1]);
  }

  public static Condition compare(String name, Comparison comparison) {
    return compare(0, name, comparison);
  }

  public static Condition compare(int block, String name, Comparison comparison) {
    return new Predicate(ColumnSide.bare(column(block, name)), comparison, Constant.UNKNOWN);
  }

  public static Condition is(String name) {
    return compare(name, Comparison.EQUAL);
  }

  public static Condition greater(String name) {
    return compare(name, Comparison.GREATER);
  }

  public static Condition between(String name) {
    return compare(name, Comparison.BETWEEN);
  }

  public static Condition not(String name) {
    return compare(name, Comparison.NOT_EQUAL);
  }

  public static Condition in(String name, int count) {
    return new Predicate(
        ColumnSide.bare(column(name)),
        Comparison.IN,
        new Constant(OptionalInt.of(count), LiteralType.UNKNOWN, PatternStart.UNKNOWN));
  }

  public static Condition like(String name, PatternStart start) {
    return new Predicate(
        ColumnSide.bare(column(name)),
        Comparison.LIKE,
        new Constant(OptionalInt.empty(), LiteralType.TEXT, start));
  }

  public static Condition inBlock(String name, int block) {
    return new Predicate(ColumnSide.bare(column(name)), Comparison.IN, new Operand.Subquery(block));
  }

  /** EXISTS of another block's rows. */
  public static Condition exists(int block) {
    return new Condition.Opaque(List.of(), List.of(block), true);
  }

  public static Condition join(String left, String right) {
    return join(column(left), column(right));
  }

  public static Condition join(ColumnRef left, ColumnRef right) {
    return new Predicate(
        ColumnSide.bare(left), Comparison.EQUAL, new Operand.Column(ColumnSide.bare(right)));
  }

  /** A function over a column is compared. */
  public static Condition wrapped(String text, String name) {
    ColumnRef column = column(name);
    return new Predicate(
        new ColumnSide(
            column,
            Optional.of(
                new ColumnSide.Wrapping(ColumnSide.Wrapping.Kind.FUNCTION, text, List.of(column))),
            Optional.empty()),
        Comparison.EQUAL,
        Constant.UNKNOWN);
  }

  /** A column is converted before it is compared. */
  public static Condition converted(String name, ColumnSide.Conversion conversion) {
    return new Predicate(
        new ColumnSide(column(name), Optional.empty(), Optional.of(conversion)),
        Comparison.EQUAL,
        Constant.UNKNOWN);
  }

  public static Condition all(Condition... conditions) {
    return new AllOf(List.of(conditions));
  }

  public static Condition any(Condition... conditions) {
    return new AnyOf(List.of(conditions));
  }
}
