package dev.watershed.rules.fleet;

import java.util.List;

/**
 * What people agreed on, by which rules judge.
 *
 * @param budgets of services, each service at most once
 * @param sensitive columns that hold personal data
 */
public record Agreements(List<Budget> budgets, List<SensitiveColumn> sensitive) {

  /** Nothing was agreed. */
  public static final Agreements NONE = new Agreements(List.of(), List.of());

  public Agreements {
    budgets = List.copyOf(budgets);
    sensitive = List.copyOf(sensitive);
  }
}
