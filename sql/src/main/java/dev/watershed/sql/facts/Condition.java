package dev.watershed.sql.facts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A condition on rows: predicates joined by AND and OR. NOT is pushed down to the predicates. */
public sealed interface Condition {

  /** All of them hold; with none, every row is wanted. */
  record AllOf(List<Condition> conditions) implements Condition {

    public AllOf {
      conditions = List.copyOf(conditions);
    }
  }

  /** One of them holds. */
  record AnyOf(List<Condition> branches) implements Condition {

    public AnyOf {
      branches = List.copyOf(branches);
      if (branches.size() < 2) {
        throw new IllegalArgumentException("OR of " + branches.size());
      }
    }
  }

  /**
   * Compares a column, or an expression over it, with an operand.
   *
   * @param side what stands before the comparison, turned round if the column stood behind it
   */
  record Predicate(ColumnSide side, Comparison comparison, Operand operand) implements Condition {

    public Predicate {
      Objects.requireNonNull(side, "side");
      Objects.requireNonNull(comparison, "comparison");
      Objects.requireNonNull(operand, "operand");
    }
  }

  /**
   * A condition from which no place in an index follows: a comparison of two expressions, EXISTS,
   * CASE, a comparison of rows by size.
   *
   * @param columns all columns in it, also of blocks around this one
   * @param blocks the subqueries in it
   * @param semiJoin whether it is {@code EXISTS (…)} alone
   */
  record Opaque(List<ColumnRef> columns, List<Integer> blocks, boolean semiJoin)
      implements Condition {

    public Opaque {
      columns = List.copyOf(columns);
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Holds for every row. A constant here would be made while this interface is initialized, which
   * two threads that begin at either end of the hierarchy would wait for forever.
   */
  static Condition always() {
    return new AllOf(List.of());
  }

  /** The conditions that must hold all, with nested AND taken apart. */
  default List<Condition> conjuncts() {
    if (this instanceof AllOf all) {
      return all.conditions().stream().flatMap(part -> part.conjuncts().stream()).toList();
    }
    return List.of(this);
  }

  /** All predicates in it, behind AND and OR. */
  default Stream<Predicate> predicates() {
    if (this instanceof Predicate predicate) {
      return Stream.of(predicate);
    }
    if (this instanceof AllOf all) {
      return all.conditions().stream().flatMap(Condition::predicates);
    }
    if (this instanceof AnyOf any) {
      return any.branches().stream().flatMap(Condition::predicates);
    }
    return Stream.empty();
  }

  /** All columns in it, with repetitions. */
  default Stream<ColumnRef> references() {
    if (this instanceof Predicate predicate) {
      return Stream.concat(
          predicate.side().columns().stream(), predicate.operand().columns().stream());
    }
    if (this instanceof AllOf all) {
      return all.conditions().stream().flatMap(Condition::references);
    }
    if (this instanceof AnyOf any) {
      return any.branches().stream().flatMap(Condition::references);
    }
    return ((Opaque) this).columns().stream();
  }
}
