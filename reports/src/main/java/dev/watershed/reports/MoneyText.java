package dev.watershed.reports;

import dev.watershed.analyzer.cost.Money;

/** Money as pages write it, in whole units: {@code 310,000 JPY}. */
public final class MoneyText {

  private MoneyText() {}

  /** An amount with its currency. */
  public static String of(Money money) {
    return Units.grouped(Math.round(money.amount())) + " " + VisibleText.of(money.currency());
  }
}
