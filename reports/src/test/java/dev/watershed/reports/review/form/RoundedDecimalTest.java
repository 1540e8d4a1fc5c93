package dev.watershed.reports.review.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoundedDecimalTest {

  @ParameterizedTest(name = "{0} to {1} digits")
  @CsvSource({
    "0, 4, 0, 0",
    "-0.0, 4, 0, 0",
    "1, 4, 1, 0",
    "1200, 4, 12, 2",
    "0.00012344, 4, 1234, -7",
    "-0.00012346, 4, -1235, -7",
    "9999.6, 4, 1, 4",
    "12345, 4, 1235, 1",
    "-12345, 4, -1235, 1",
    "0.1, 6, 1, -1",
    "1e-300, 4, 1, -300",
    "1.7976931348623157e308, 4, 1798, 305",
    "4.9e-324, 4, 4941, -327",
  })
  void aNumberHasSoManyDigits(double value, int digits, long expected, int tens) {
    assertThat(RoundedDecimal.of(value, digits)).isEqualTo(new RoundedDecimal(expected, tens));
  }

  @Test
  void roundsAsDecimalArithmeticDoes() {
    Random random = new Random(7);
    for (int round = 0; round < 200_000; round++) {
      double value =
          switch (round % 4) {
            case 0 -> Double.longBitsToDouble(random.nextLong());
            case 1 -> random.nextInt(2_000_000) / 2.0;
            case 2 -> random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
            default -> Math.nextAfter(Math.pow(10, random.nextInt(30) - 15), random.nextGaussian());
          };
      if (!Double.isFinite(value)) {
        continue;
      }
      int digits = 1 + random.nextInt(9);
      BigDecimal exact = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
      RoundedDecimal rounded = RoundedDecimal.of(value, digits);
      assertThat(new BigDecimal(rounded.digits()).scaleByPowerOfTen(rounded.tens()))
          .as("%s to %s digits", value, digits)
          .isEqualByComparingTo(exact);
      assertThat(rounded.digits() % 10 == 0).isEqualTo(rounded.digits() == 0);
      assertThat(rounded.value()).isEqualTo(exact.doubleValue());
    }
  }

  @Test
  void aWholeNumberIsExact() {
    assertThat(RoundedDecimal.of(123_456_789_012_000L))
        .isEqualTo(new RoundedDecimal(123_456_789_012L, 3));
    assertThat(RoundedDecimal.of(0)).isEqualTo(new RoundedDecimal(0, 0));
    assertThat(RoundedDecimal.of(-50)).isEqualTo(new RoundedDecimal(-5, 1));
  }

  @ParameterizedTest
  @CsvSource({"0", "10"})
  void refusesOtherNumbersOfDigits(int digits) {
    assertThatThrownBy(() -> RoundedDecimal.of(1.5, digits))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
