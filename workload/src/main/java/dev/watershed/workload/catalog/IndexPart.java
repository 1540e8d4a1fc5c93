package dev.watershed.workload.catalog;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A part of an index: a column, or an expression.
 *
 * @param column its name; empty if this is an expression
 * @param expression without its literals; empty if this is a column
 * @param prefixLength how many characters or bytes of the column are indexed; empty for all
 */
public record IndexPart(
    Optional<String> column,
    Optional<String> expression,
    OptionalInt prefixLength,
    boolean descending) {

  public IndexPart {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(expression, "expression");
    if (column.isPresent() == expression.isPresent()) {
      throw new IllegalArgumentException("a part is a column or an expression");
    }
    if (prefixLength.isPresent() && (column.isEmpty() || prefixLength.getAsInt() < 1)) {
      throw new IllegalArgumentException("prefix of " + prefixLength.getAsInt());
    }
  }

  /** What is indexed: the column's name, or the expression. */
  public String subject() {
    return column.or(this::expression).orElseThrow();
  }

  /** As every record does it; written out, because sets of parts are compared very often. */
  @Override
  public boolean equals(Object other) {
    return other instanceof IndexPart part
        && descending == part.descending
        && column.equals(part.column)
        && prefixLength.equals(part.prefixLength)
        && expression.equals(part.expression);
  }

  @Override
  public int hashCode() {
    int hash = 31 * column.hashCode() + expression.hashCode();
    return 31 * (31 * hash + prefixLength.hashCode()) + Boolean.hashCode(descending);
  }

  /** A whole column, ascending. */
  public static IndexPart ofColumn(String column) {
    return new IndexPart(Optional.of(column), Optional.empty(), OptionalInt.empty(), false);
  }
}
