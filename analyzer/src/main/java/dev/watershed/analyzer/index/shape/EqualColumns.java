package dev.watershed.analyzer.index.shape;

import dev.watershed.analyzer.index.statistics.ColumnKey;
import dev.watershed.analyzer.index.statistics.TableFigures;
import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.Comparison;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Columns that conditions make equal, directly or over others, and whether a constant is among them
 * (MySQL's multiple equalities).
 */
final class EqualColumns {

  /** A column of a source. */
  record Column(int source, String key) implements Comparable<Column> {
    @Override
    public int compareTo(Column other) {
      int bySource = Integer.compare(source, other.source);
      return bySource != 0 ? bySource : key.compareTo(other.key);
    }
  }

  private final int block;
  private final List<Optional<TableFigures>> tables;
  private final List<Set<Column>> classes = new ArrayList<>();
  private final Set<Column> constants = new TreeSet<>();

  EqualColumns(int block, List<Optional<TableFigures>> tables, List<Condition> conditions) {
    this.block = block;
    this.tables = tables;
    for (Condition condition : conditions) {
      if (condition instanceof Predicate predicate) {
        add(predicate);
      }
    }
  }

  private void add(Predicate predicate) {
    ColumnRef left = predicate.side().column();
    if (predicate.comparison() != Comparison.EQUAL || !predicate.side().indexable()) {
      return;
    }
    if (predicate.operand() instanceof Operand.Column right && right.side().indexable()) {
      ColumnRef other = right.side().column();
      if (left.block() == block && other.block() == block) {
        unite(column(left), column(other));
      } else if (left.block() == block) {
        constants.add(column(left));
      } else if (other.block() == block) {
        constants.add(column(other));
      }
    } else if (left.block() == block && predicate.operand() instanceof Operand.Constant) {
      constants.add(column(left));
    }
  }

  private static Column column(ColumnRef column) {
    return new Column(column.source(), ColumnKey.ofColumn(column.column()));
  }

  private void unite(Column one, Column other) {
    Set<Column> united = new TreeSet<>(List.of(one));
    united.add(other);
    for (Set<Column> each : List.copyOf(classes)) {
      if (each.contains(one) || each.contains(other)) {
        united.addAll(each);
        classes.remove(each);
      }
    }
    classes.add(united);
  }

  /** Whether a predicate is taken care of here. */
  boolean joins(Predicate predicate) {
    return predicate.comparison() == Comparison.EQUAL
        && predicate.side().indexable()
        && predicate.operand() instanceof Operand.Column right
        && right.side().indexable()
        && predicate.side().column().block() == block
        && right.side().column().block() == block
        && predicate.side().column().source() != right.side().column().source();
  }

  private boolean constant(Set<Column> columns) {
    return columns.stream().anyMatch(constants::contains);
  }

  /** Terms that a source has by its columns' being equal to others. */
  List<Term> terms(int source) {
    List<Term> terms = new ArrayList<>();
    for (Set<Column> each : classes) {
      long others = 0;
      for (Column member : each) {
        others |= member.source == source ? 0 : 1L << member.source;
      }
      Needs needs = constant(each) ? Needs.NOTHING : new Needs(others, true);
      for (Column member : each) {
        if (member.source == source && (others != 0 || needs.nothing())) {
          terms.add(PointTerms.of(member.key, needs));
        }
      }
    }
    return terms;
  }

  /** The classes over several sources that no constant fixes. */
  List<JoinClass> joinClasses() {
    return classes.stream()
        .filter(each -> !constant(each))
        .map(each -> new JoinClass(each.stream().map(this::member).toList()))
        .toList();
  }

  private JoinClass.Member member(Column column) {
    double distinct =
        tables
            .get(column.source)
            .map(table -> table.distinct(Set.of(column.key)).count())
            .orElse(1.0);
    return new JoinClass.Member(column.source, column.key, distinct);
  }
}
