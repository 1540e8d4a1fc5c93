package dev.watershed.workload.catalog;

import java.util.Objects;

/**
 * What every row has to fulfil.
 *
 * @param name empty where MariaDB gives a column's check none
 * @param expression without its literals
 */
public record CheckConstraint(String name, String expression, boolean enforced) {

  public CheckConstraint {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(expression, "expression");
  }
}
