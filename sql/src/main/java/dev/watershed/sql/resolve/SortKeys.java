package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import dev.watershed.sql.facts.SortKey;
import java.util.List;
import java.util.Optional;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.GroupByElement;
import net.sf.jsqlparser.statement.select.OrderByElement;

/** Reads the elements of ORDER BY and GROUP BY: columns, positions, aliases, expressions. */
final class SortKeys {

  private final ExpressionReader expressions;
  private final SelectList list;

  SortKeys(ExpressionReader expressions, SelectList list) {
    this.expressions = expressions;
    this.list = list;
  }

  List<SortKey> orderBy(List<OrderByElement> elements) {
    return elements.stream()
        .map(element -> key(element.getExpression(), !element.isAsc()))
        .toList();
  }

  /** Groups have no direction. */
  List<SortKey> groupBy(GroupByElement groupBy) {
    List<? extends Expression> elements = groupBy.getGroupByExpressionList();
    return elements.stream().map(element -> key(element, false)).toList();
  }

  private SortKey key(Expression written, boolean descending) {
    Expression bare = ExpressionTree.bare(written);
    Optional<Expression> meant =
        bare instanceof LongValue position ? list.item(position.getValue()) : Optional.of(bare);
    if (meant.isEmpty()) {
      return new SortKey(Optional.empty(), List.of(), descending, bare.toString());
    }
    Value value = expressions.read(meant.get());
    Optional<ColumnRef> column =
        value.isBareColumn() ? Optional.of(value.columns().get(0).ref()) : Optional.empty();
    return new SortKey(
        column, value.references(), descending, ExpressionText.of(value.expression()));
  }
}
