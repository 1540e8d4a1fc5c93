package dev.watershed.analyzer.ranking;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.OptionalDouble;

/** The population variance, (n·Σt² − (Σt)²) / n², from exact integer sums. */
final class Variance {

  private static final int LOW_BITS = 32;

  private Variance() {}

  /**
   * In square microseconds; empty without executions, and where the squares are not known, as from
   * a source that only counts: they are then less than any times can have.
   *
   * @param calls n
   * @param timeMicros Σt
   * @param squareLow the sum of the lower 32 bits of each t²
   * @param squareHigh the sum of the other bits of each t²
   */
  static OptionalDouble of(long calls, long timeMicros, long squareLow, long squareHigh) {
    if (calls <= 0) {
      return OptionalDouble.empty();
    }
    BigInteger count = BigInteger.valueOf(calls);
    BigInteger sum = BigInteger.valueOf(timeMicros);
    BigInteger squares =
        BigInteger.valueOf(squareHigh).shiftLeft(LOW_BITS).add(BigInteger.valueOf(squareLow));
    BigInteger numerator = count.multiply(squares).subtract(sum.multiply(sum));
    if (numerator.signum() < 0) {
      return OptionalDouble.empty();
    }
    BigDecimal denominator = new BigDecimal(count.multiply(count));
    BigDecimal variance = new BigDecimal(numerator).divide(denominator, MathContext.DECIMAL64);
    return OptionalDouble.of(variance.doubleValue());
  }
}
