package dev.watershed.collector.origin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.sql.SqlMode;
import dev.watershed.workload.OriginTag;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementTagsTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "SELECT 1 /*controller='coupon'*/,                       coupon",
        "/*controller:coupon*/ SELECT 1,                         coupon",
        "/*controller:a*/ SELECT 1 /*controller='b'*/,           a",
        "SELECT '/*controller=''no''*/',                         \"\"",
        "SELECT 1 /*other='x'*/,                                 \"\"",
        "SELECT 1 /* just words */,                              \"\"",
        "SELECT 1 /*controller='cou,                             \"\"",
      })
  void theTagsThatAreWanted(String text, String value) {
    assertThat(StatementTags.of(text, SqlMode.standard(), List.of("controller")))
        .isEqualTo(value.isEmpty() ? List.of() : List.of(new OriginTag("controller", value)));
  }
}
