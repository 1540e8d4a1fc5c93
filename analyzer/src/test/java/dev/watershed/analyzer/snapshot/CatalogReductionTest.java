package dev.watershed.analyzer.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogReductionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a = 'x' AND b > 5 | a = ? AND b > ?",
        "a = ? AND b > ? | a = ? AND b > ?",
        "CURRENT_TIMESTAMP | CURRENT_TIMESTAMP",
        "NULL | NULL",
        "a = \"x\" | a = ?",
        "SET a = 'x\\'; SET b = 'y' | ?"
      })
  void literals(String text, String expected) {
    assertThat(CatalogReduction.withoutLiterals(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "varchar(40) | varchar(40)",
        "decimal(10,2) unsigned | decimal(10,2) unsigned",
        "enum('a','b') | enum('?','?')",
        "ENUM('a''b','c,d)') | ENUM('?','?')",
        "set('x') | set('?')",
        "settings | settings"
      })
  void types(String type, String expected) {
    assertThat(TableReduction.type(type)).isEqualTo(expected);
  }
}
