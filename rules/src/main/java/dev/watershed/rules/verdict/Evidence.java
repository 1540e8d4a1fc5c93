package dev.watershed.rules.verdict;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A figure that a verdict rests on.
 *
 * @param figure its name with its unit, such as {@code p95Millis}
 * @param value its value
 */
public record Evidence(String figure, BigDecimal value) {

  private static final int DECIMALS = 3;

  public Evidence {
    Objects.requireNonNull(figure, "figure");
    Objects.requireNonNull(value, "value");
  }

  /** A value as people read it: three decimals at most, never in powers of ten. */
  public static String plain(double value) {
    return of("value", value).value().toPlainString();
  }

  /** A count. */
  public static Evidence of(String figure, long value) {
    return new Evidence(figure, BigDecimal.valueOf(value));
  }

  /** A measured value, in three decimals. */
  public static Evidence of(String figure, double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).setScale(DECIMALS, java.math.RoundingMode.HALF_EVEN);
    BigDecimal stripped = rounded.stripTrailingZeros();
    return new Evidence(figure, stripped.scale() < 0 ? stripped.setScale(0) : stripped);
  }
}
