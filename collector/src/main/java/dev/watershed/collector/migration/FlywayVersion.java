package dev.watershed.collector.migration;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * A version of Flyway: numbers with dots or underscores between them, of which zeros at the end do
 * not count.
 */
record FlywayVersion(List<BigInteger> numbers) implements Comparable<FlywayVersion> {

  FlywayVersion {
    numbers = List.copyOf(numbers);
  }

  /** Whether a text is one. */
  static boolean matches(String text) {
    return text.matches("\\d+([._]\\d+)*");
  }

  /** A version as files and the history write it. */
  static FlywayVersion parse(String text) {
    List<BigInteger> numbers = new ArrayList<>();
    for (String number : text.split("[._]", -1)) {
      numbers.add(new BigInteger(number));
    }
    while (numbers.size() > 1 && numbers.get(numbers.size() - 1).signum() == 0) {
      numbers.remove(numbers.size() - 1);
    }
    return new FlywayVersion(numbers);
  }

  @Override
  public int compareTo(FlywayVersion other) {
    int most = Math.max(numbers.size(), other.numbers.size());
    for (int i = 0; i < most; i++) {
      int order = number(i).compareTo(other.number(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private BigInteger number(int index) {
    return index < numbers.size() ? numbers.get(index) : BigInteger.ZERO;
  }

  @Override
  public String toString() {
    return String.join(".", numbers.stream().map(BigInteger::toString).toList());
  }
}
