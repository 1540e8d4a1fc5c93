package dev.watershed.reports.review.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of tables. */
class CellTest {

  @ParameterizedTest
  @CsvSource({
    "12345.678, 3, 12300",
    "0.00012351, 3, 0.000124",
    "7, 3, 7",
    "0, 2, 0",
    "-1999, 2, -2000"
  })
  void aRoundedNumberHasAsManyDigits(double value, int digits, double rounded) {
    assertThat(Cell.rounded(value, digits)).isEqualTo(new Cell.Number(rounded));
  }

  @Test
  void whatIsNoNumberStaysSo() {
    assertThat(Cell.rounded(Double.NaN, 3)).isEqualTo(new Cell.Number(Double.NaN));
    assertThat(Cell.rounded(1 / 0.0, 3)).isEqualTo(new Cell.Number(1 / 0.0));
  }
}
