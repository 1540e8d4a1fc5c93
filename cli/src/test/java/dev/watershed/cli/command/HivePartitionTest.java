package dev.watershed.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HivePartitionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          booking-1      | booking-1
          ../../etc      | ..%2F..%2Fetc
          a/b            | a%2Fb
          a=b            | a%3Db
          a b            | a b
          50%            | 50%25
          C:\\db*?       | C%3A%5Cdb%2A%3F
          [x]{y}^#'\"    | %5Bx%5D%7By}%5E%23%27%22
          予約            | 予約
          """)
  void aNameIsWrittenAsHiveDoes(String server, String escaped) {
    assertThat(HivePartition.escaped(server)).isEqualTo(escaped);
  }

  @Test
  void aControlCharacterIsEscaped() {
    assertThat(HivePartition.escaped("a\nb\u007f")).isEqualTo("a%0Ab%7F");
  }

  @Test
  void noNameLeavesTheFolder() {
    Path path = new HivePartition(LocalDate.parse("2026-11-23"), "../../..").path();
    assertThat(path.getNameCount()).isEqualTo(2);
    assertThat(path.normalize()).isEqualTo(path);
    assertThat(path).hasToString("day=2026-11-23/server=..%2F..%2F..");
  }
}
