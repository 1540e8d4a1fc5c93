package dev.watershed.reports.review.form;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A number in decimal: digits times ten to a power, without zeros at its end.
 *
 * @param tens the power; 0 for zero
 */
public record RoundedDecimal(long digits, int tens) {

  /** Up to here powers of ten are exact in a double (IEEE 754: 5^22 is below 2^53). */
  private static final int EXACT_POWERS = 22;

  /** How close to a half a scaled number may be before its last bits decide. */
  private static final double DOUBT = 1e-4;

  private static final int RADIX = 10;
  private static final int MOST_DIGITS = 9;

  /**
   * A number rounded to so many digits, halves away from zero: what {@link BigDecimal} makes of the
   * exact value of the double.
   *
   * @param value finite
   * @param digits 1 to 9
   */
  public static RoundedDecimal of(double value, int digits) {
    if (digits < 1 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException(digits + " digits");
    }
    double size = Math.abs(value);
    if (size == 0) {
      return new RoundedDecimal(0, 0);
    }
    int shift = digits - 1 - (int) Math.floor(Math.log10(size));
    if (Math.abs(shift) > EXACT_POWERS) {
      return exactly(value, digits);
    }
    double scaled = shift < 0 ? size / power(-shift) : size * power(shift);
    double whole = Math.floor(scaled);
    double rest = scaled - whole;
    if (Math.abs(rest - 0.5) < DOUBT || whole < power(digits - 1) || whole >= power(digits)) {
      return exactly(value, digits);
    }
    long rounded = (long) whole + (rest > 0.5 ? 1 : 0);
    return stripped(value < 0 ? -rounded : rounded, -shift);
  }

  /** A whole number. */
  public static RoundedDecimal of(long value) {
    return value == 0 ? new RoundedDecimal(0, 0) : stripped(value, 0);
  }

  /** The double that is next to it. */
  public double value() {
    return Math.abs(tens) > EXACT_POWERS
        ? new BigDecimal(digits).scaleByPowerOfTen(tens).doubleValue()
        : tens < 0 ? digits / power(-tens) : digits * power(tens);
  }

  private static RoundedDecimal exactly(double value, int digits) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    return new RoundedDecimal(rounded.unscaledValue().longValueExact(), -rounded.scale());
  }

  private static RoundedDecimal stripped(long digits, int tens) {
    long left = digits;
    int power = tens;
    while (left % RADIX == 0) {
      left /= RADIX;
      power++;
    }
    return new RoundedDecimal(left, power);
  }

  private static double power(int exponent) {
    double power = 1;
    for (int at = 0; at < exponent; at++) {
      power *= RADIX;
    }
    return power;
  }
}
