package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.cost.Money;
import org.junit.jupiter.api.Test;

class MoneyTextTest {

  @Test
  void anAmountIsRoundedAndInGroups() {
    assertThat(MoneyText.of(new Money("JPY", 309_999.5))).isEqualTo("310,000 JPY");
    assertThat(MoneyText.of(new Money("USD", 12.4))).isEqualTo("12 USD");
  }
}
