package dev.watershed.analyzer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablePatternTest {

  @ParameterizedTest
  @CsvSource({
    "market.*,          market, orders,     true",
    "market.*,          market2,orders,     false",
    "shared.booking_%,  shared, booking_day,true",
    "shared.booking_%,  shared, bookings,   false",
    "market.orders,     market, orders,     true",
    "market.order_s,    market, orders,     false",
  })
  void matches(String pattern, String schema, String table, boolean expected) {
    assertThat(TablePattern.parse(pattern).matches(schema, table)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "market, orders,      market.orders",
    "market, old orders,  market.old?orders",
    "market, orders.bak,  market.orders?bak",
    "my.own, 100%_of*,    my?own.100?_of?",
  })
  void aPatternNamesATable(String schema, String table, String expected) {
    TablePattern pattern = TablePattern.naming(schema, table);
    assertThat(pattern.text()).isEqualTo(expected);
    assertThat(pattern.matches(schema, table)).isTrue();
    assertThat(TablePattern.parse(pattern.text())).isEqualTo(pattern);
  }

  @ParameterizedTest
  @CsvSource({
    "market.orders,    12, true",
    "market.*,         6,  false",
    "shared.booking_%, 14, false",
    "*.orders,         6,  false",
  })
  void bothNamesMakeItSpecific(String pattern, int literals, boolean exact) {
    assertThat(TablePattern.parse(pattern).literalCharacters()).isEqualTo(literals);
    assertThat(TablePattern.parse(pattern).exact()).isEqualTo(exact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "market.", ".orders", "a.b.c", "market. orders", ""})
  void refuses(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> TablePattern.parse(pattern));
  }
}
