package dev.watershed.analyzer.index.shape;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.ColumnSide;
import dev.watershed.sql.facts.Condition;
import dev.watershed.sql.facts.Condition.AllOf;
import dev.watershed.sql.facts.Condition.AnyOf;
import dev.watershed.sql.facts.Condition.Opaque;
import dev.watershed.sql.facts.Condition.Predicate;
import dev.watershed.sql.facts.Operand;
import dev.watershed.sql.facts.QueryBlock;
import dev.watershed.sql.facts.RowSource;
import dev.watershed.sql.facts.SortKey;
import java.util.List;
import java.util.function.UnaryOperator;

/** Writes facts anew with other columns in the place of those that are there. */
final class FactColumns {

  private final UnaryOperator<ColumnRef> columns;

  FactColumns(UnaryOperator<ColumnRef> columns) {
    this.columns = columns;
  }

  private List<ColumnRef> all(List<ColumnRef> references) {
    return references.stream().map(columns).toList();
  }

  private ColumnSide side(ColumnSide side) {
    return new ColumnSide(
        columns.apply(side.column()),
        side.wrapping()
            .map(
                wrapping ->
                    new ColumnSide.Wrapping(
                        wrapping.kind(), wrapping.text(), all(wrapping.columns()))),
        side.conversion());
  }

  private Operand operand(Operand operand) {
    if (operand instanceof Operand.Column column) {
      return new Operand.Column(side(column.side()));
    }
    return operand instanceof Operand.Expression expression
        ? new Operand.Expression(all(expression.references()))
        : operand;
  }

  Condition condition(Condition condition) {
    if (condition instanceof Predicate predicate) {
      return new Predicate(
          side(predicate.side()), predicate.comparison(), operand(predicate.operand()));
    }
    if (condition instanceof AllOf every) {
      return new AllOf(every.conditions().stream().map(this::condition).toList());
    }
    if (condition instanceof AnyOf any) {
      return new AnyOf(any.branches().stream().map(this::condition).toList());
    }
    Opaque opaque = (Opaque) condition;
    return new Opaque(all(opaque.columns()), opaque.blocks(), opaque.semiJoin());
  }

  private List<SortKey> keys(List<SortKey> keys) {
    return keys.stream()
        .map(
            key ->
                new SortKey(
                    key.column().map(columns), all(key.columns()), key.descending(), key.text()))
        .toList();
  }

  private RowSource source(RowSource source) {
    RowSource.Join join = new RowSource.Join(source.join().kind(), condition(source.join().on()));
    return with(source, join);
  }

  /** The same source, joined otherwise. */
  static RowSource with(RowSource source, RowSource.Join join) {
    if (source instanceof RowSource.Table table) {
      return new RowSource.Table(table.table(), table.alias(), join);
    }
    if (source instanceof RowSource.Derived derived) {
      return new RowSource.Derived(derived.block(), derived.origin(), derived.alias(), join);
    }
    return new RowSource.Computed(source.alias(), join);
  }

  QueryBlock block(QueryBlock block) {
    return new QueryBlock(
        block.number(),
        block.parent(),
        block.sources().stream().map(this::source).toList(),
        condition(block.where()),
        condition(block.having()),
        keys(block.groupBy()),
        keys(block.orderBy()),
        block.distinct(),
        block.aggregated(),
        block.windowed(),
        all(block.selected()),
        block.wholeSources(),
        block.subqueries(),
        block.unionOf(),
        block.limit(),
        block.locking());
  }
}
