package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.ColumnRef;
import java.util.List;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.schema.Column;

/**
 * An expression whose columns and subqueries have been looked up.
 *
 * @param expression without parentheses around it, and in place of an alias what that stands for
 * @param columns in their order
 * @param blocks the subqueries in it
 * @param aggregated whether it has aggregates
 * @param windowed whether it has window functions
 * @param complete whether every column in it was found
 */
record Value(
    Expression expression,
    List<ResolvedColumn> columns,
    List<Integer> blocks,
    boolean aggregated,
    boolean windowed,
    boolean complete) {

  Value {
    columns = List.copyOf(columns);
    blocks = List.copyOf(blocks);
  }

  /** Whether its value is known before a row is read. */
  boolean isConstant() {
    return columns.isEmpty() && blocks.isEmpty() && complete && !aggregated && !windowed;
  }

  boolean isBareColumn() {
    return expression instanceof Column && columns.size() == 1;
  }

  /** Whether it is an expression over columns and over nothing else. */
  boolean isOverColumns() {
    return !columns.isEmpty() && blocks.isEmpty() && complete;
  }

  List<ColumnRef> references() {
    return columns.stream().map(ResolvedColumn::ref).toList();
  }
}
