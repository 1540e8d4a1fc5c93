package dev.watershed.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerSchemasTest {

  @ParameterizedTest
  @CsvSource({
    "mysql, true",
    "SYS, true",
    "Performance_Schema, true",
    "information_schema, true",
    "mysql_shop, false",
    "system, false",
    "'', false"
  })
  void thoseOfTheServerItselfAreTold(String schema, boolean own) {
    assertThat(ServerSchemas.has(schema)).isEqualTo(own);
  }
}
