package dev.watershed.analyzer.consolidation.room;

import dev.watershed.analyzer.cost.Money;
import java.util.Objects;

/** An amount per month that lies between two ends of one currency. */
public record MoneyRange(Money low, Money high) {

  public MoneyRange {
    Objects.requireNonNull(low, "low");
    Objects.requireNonNull(high, "high");
    if (!low.currency().equals(high.currency()) || low.amount() > high.amount()) {
      throw new IllegalArgumentException("from " + low + " to " + high);
    }
  }

  /** Both together; only ranges of one currency can be added. */
  public MoneyRange plus(MoneyRange other) {
    return new MoneyRange(low.plus(other.low), high.plus(other.high));
  }

  /** What is left of it at least and at most; never less than nothing. */
  public MoneyRange minus(MoneyRange other) {
    double least = Math.max(0, low.amount() - other.high.amount());
    double most = Math.max(least, high.amount() - other.low.amount());
    return new MoneyRange(new Money(currency(), least), new Money(currency(), most));
  }

  /** Its currency. */
  public String currency() {
    return low.currency();
  }
}
