package dev.watershed.analyzer.cost;

import java.util.Objects;

/**
 * An amount of one currency.
 *
 * @param currency three capital letters (ISO 4217)
 */
public record Money(String currency, double amount) {

  public Money {
    Objects.requireNonNull(currency, "currency");
    if (!(amount >= 0)) {
      throw new IllegalArgumentException("an amount of " + amount + "; expected 0 or more");
    }
  }

  /** So many times as much. */
  public Money times(double factor) {
    return new Money(currency, amount * factor);
  }

  /** Both together; only amounts of one currency can be added. */
  public Money plus(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    }
    return new Money(currency, amount + other.amount);
  }
}
