package dev.watershed.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameCodeTest {

  @ParameterizedTest
  @CsvSource({
    "orders,  orders",
    "my_t$ 1, my_t$ 1",
    "予約,    予約",
    "a.b,     ~612e62",
    "~,       ~7e",
    "é?,      ~c3a93f",
    "'',      ''",
  })
  void whatTheParserTakesOtherwiseIsWrittenAsItsBytes(String name, String encoded) {
    assertThat(NameCode.encoded(name)).isEqualTo(encoded);
    assertThat(NameCode.decoded(encoded)).isEqualTo(name);
  }
}
