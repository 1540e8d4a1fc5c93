package dev.watershed.analyzer.index.shape;

import dev.watershed.sql.facts.Comparison.Access;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A comparison that can find a place in an index.
 *
 * @param key of the column or expression ({@link
 *     dev.watershed.analyzer.index.statistics.ColumnKey})
 * @param access POINT, POINTS or RANGE
 * @param points how many values; of the values of a subquery see {@code subquery}
 * @param width of a RANGE: the share of rows in it
 * @param needs what has to be read before
 * @param subquery the block whose rows are the values of {@code IN (SELECT …)}
 * @param expression as the statement has it, if this is one
 */
public record Term(
    String key,
    Access access,
    double points,
    double width,
    Needs needs,
    OptionalInt subquery,
    Optional<String> expression) {

  public Term {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(needs, "needs");
    Objects.requireNonNull(subquery, "subquery");
    Objects.requireNonNull(expression, "expression");
    if (access == Access.NONE) {
      throw new IllegalArgumentException(key + " finds no place in an index");
    }
  }

  /** One value. */
  public boolean point() {
    return access == Access.POINT;
  }

  /** Whether the values are known before any row of the block is read. */
  public boolean constant() {
    return needs.nothing();
  }

  /** One value that is known from the beginning. */
  public boolean constantPoint() {
    return point() && constant();
  }
}
