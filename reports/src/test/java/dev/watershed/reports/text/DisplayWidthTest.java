package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {

  @ParameterizedTest
  @CsvSource({"abc,3", "予約,4", "é,1", "e\u0301,1", "😀,2", "한글,4", "▁▂█,3", "ｱ,1", "…,1"})
  void columns(String text, int expected) {
    assertThat(DisplayWidth.of(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"abcdef,4,abc…", "abcd,4,abcd", "予約表,5,予約…", "予約表,4,予…", "abc,0,''"})
  void cuts(String text, int columns, String expected) {
    assertThat(DisplayWidth.cut(text, columns)).isEqualTo(expected);
  }

  @Test
  void alignsByColumns() {
    assertThat(DisplayWidth.left("予", 4)).isEqualTo("予  ");
    assertThat(DisplayWidth.right("予", 4)).isEqualTo("  予");
    assertThat(DisplayWidth.right("12345", 3)).isEqualTo("12345");
  }
}
