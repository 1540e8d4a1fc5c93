package dev.watershed.collector.generallog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UseStatementTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          use shop                     | shop
          USE `Shop`                   | Shop
          use`sh``op`                  | sh`op
          /* c */ use /* d */ shop ;   | shop
          use status                   | status
          user later                   |
          used                         |
          select 'use shop'            |
          update shop set a = 1        |
          use                          |
          /*! use */                   |
          """)
  void theStatementTellsTheSchema(String text, String schema) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(UseStatement.schema(bytes, 0, bytes.length)).isEqualTo(Optional.ofNullable(schema));
  }

  @Test
  void aNameMayBeLong() {
    byte[] bytes = ("use `" + "a``".repeat(1_300) + "`").getBytes(StandardCharsets.UTF_8);
    assertThat(UseStatement.schema(bytes, 0, bytes.length)).contains("a`".repeat(1_300));
  }
}
