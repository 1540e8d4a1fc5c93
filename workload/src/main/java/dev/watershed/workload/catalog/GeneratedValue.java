package dev.watershed.workload.catalog;

import java.util.Objects;

/**
 * How a generated column is computed.
 *
 * @param expression without its literals
 * @param stored whether it takes room in the row; otherwise it is computed when it is read
 */
public record GeneratedValue(String expression, boolean stored) {

  public GeneratedValue {
    Objects.requireNonNull(expression, "expression");
  }
}
