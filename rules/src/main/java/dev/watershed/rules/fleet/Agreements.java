package dev.watershed.rules.fleet;

import java.util.List;

/**
 * What people agreed on, by which rules judge.
 *
 * @param budgets of services, each service at most once
 */
public record Agreements(List<Budget> budgets) {

  /** Nothing was agreed. */
  public static final Agreements NONE = new Agreements(List.of());

  public Agreements {
    budgets = List.copyOf(budgets);
  }
}
