package dev.watershed.sql.resolve;

import dev.watershed.sql.facts.RowLimit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.Offset;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.Select;

/** What stands behind a query or a UNION. */
record Tail(List<OrderByElement> orderBy, Optional<RowLimit> limit, boolean locking) {

  static final Tail NONE = new Tail(List.of(), Optional.empty(), false);

  Tail {
    orderBy = List.copyOf(orderBy);
  }

  static Tail of(Select select) {
    List<OrderByElement> order = select.getOrderByElements();
    return new Tail(
        order == null ? List.of() : order,
        limit(select.getLimit(), select.getOffset()),
        select.getForMode() != null);
  }

  /**
   * This, and what stands around it where this says nothing; an order around a limit is one of the
   * rows that are left.
   */
  Tail or(Tail around) {
    return new Tail(
        orderBy.isEmpty() && limit.isEmpty() ? around.orderBy : orderBy,
        limit.or(around::limit),
        locking || around.locking);
  }

  private static Optional<RowLimit> limit(Limit limit, Offset offset) {
    if (limit == null) {
      return Optional.empty();
    }
    Optional<Expression> skipped =
        Optional.ofNullable(limit.getOffset())
            .or(() -> Optional.ofNullable(offset).map(Offset::getOffset));
    OptionalLong rows = number(Optional.ofNullable(limit.getRowCount()));
    return Optional.of(new RowLimit(rows, number(skipped), skipped.isPresent()));
  }

  private static OptionalLong number(Optional<Expression> expression) {
    return expression.isPresent() && expression.get() instanceof LongValue value
        ? OptionalLong.of(value.getValue())
        : OptionalLong.empty();
  }
}
