package dev.watershed.sql.facts;

import dev.watershed.sql.facts.Condition.Opaque;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.RowSource.Table;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The columns of a statement's conditions, as {@code table.column}. */
final class ShapeColumns {

  private final StatementFacts facts;
  private final UnaryOperator<String> names;
  private final SortedSet<String> alone = new TreeSet<>();
  private final SortedSet<String> joins = new TreeSet<>();

  /**
   * Collects them.
   *
   * @param names {@code schema.table} to the name that is to be shown
   */
  ShapeColumns(StatementFacts facts, UnaryOperator<String> names) {
    this.facts = facts;
    this.names = names;
    for (QueryBlock block : facts.blocks()) {
      Stream.concat(block.conditions(), Stream.of(block.having())).forEach(this::collect);
    }
  }

  /** Columns that are not compared with one other column. */
  SortedSet<String> alone() {
    return alone;
  }

  /** Two columns that are compared, {@code one=other}; one, where the other is of no table. */
  SortedSet<String> joins() {
    return joins;
  }

  private void collect(Condition condition) {
    condition.predicates().forEach(this::collect);
    opaque(condition)
        .flatMap(part -> part.columns().stream())
        .forEach(column -> name(column).ifPresent(alone::add));
  }

  private void collect(Predicate predicate) {
    List<ColumnRef> left = predicate.side().columns();
    List<ColumnRef> right = predicate.operand().columns();
    if (left.size() == 1 && right.size() == 1) {
      SortedSet<String> pair = new TreeSet<>();
      name(left.get(0)).ifPresent(pair::add);
      name(right.get(0)).ifPresent(pair::add);
      if (!pair.isEmpty()) {
        joins.add(String.join("=", pair));
      }
    } else {
      Stream.concat(left.stream(), right.stream())
          .forEach(column -> name(column).ifPresent(alone::add));
    }
  }

  private static Stream<Opaque> opaque(Condition condition) {
    if (condition instanceof Opaque opaque) {
      return Stream.of(opaque);
    }
    if (condition instanceof Condition.AllOf all) {
      return all.conditions().stream().flatMap(ShapeColumns::opaque);
    }
    return condition instanceof Condition.AnyOf any
        ? any.branches().stream().flatMap(ShapeColumns::opaque)
        : Stream.empty();
  }

  /** {@code table.column}; empty for columns of other blocks, whose own conditions count. */
  private Optional<String> name(ColumnRef column) {
    if (!(facts.source(column) instanceof Table table)) {
      return Optional.empty();
    }
    String own = table.table().qualifiedName();
    String shown = names.apply(own);
    // A name may have a point in it.
    String bare =
        shown.equals(own) ? table.table().table() : shown.substring(shown.indexOf('.') + 1);
    return Optional.of(bare + "." + column.column());
  }
}
